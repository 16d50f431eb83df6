package org.upturn.server.verbatims.history;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.ReadVerbatim;
import org.upturn.server.verbatims.ReadingRepository;
import org.upturn.server.verbatims.TeamCodebook;
import org.upturn.server.verbatims.history.RelearningRepository.Due;
import org.upturn.server.verbatims.reader.AnswerReader;

/**
 * Reads again, with what people's verdicts taught, what was read before them. A reading keeps the lesson it was made
 * with, so whoever goes on after a crash or on another node knows what is left to do.
 */
@Component
class Relearning {
    static final int BATCH = 50;

    private final RelearningRepository repository;
    private final ReadingRepository readings;
    private final Responses responses;
    private final Codebooks codebooks;
    private final AnswerReader answers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Relearning(
            RelearningRepository repository,
            ReadingRepository readings,
            Responses responses,
            Codebooks codebooks,
            AnswerReader answers,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.readings = readings;
        this.responses = responses;
        this.codebooks = codebooks;
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The codebooks of which somebody has to read again what was read before. */
    List<Due> due() {
        return repository.due(clock.instant());
    }

    /** One pass under one lease. */
    final class Pass {
        private final Due due;
        private final UUID token = UUID.randomUUID();

        Pass(Due due) {
            this.due = due;
        }

        /** Reads the next batch; false when nothing is left, or somebody else does it. */
        boolean step() throws InterruptedException {
            if (!repository.lease(due, token, clock.instant())) {
                return false;
            }
            List<ResponseId> behind = repository.behind(due, BATCH);
            if (behind.isEmpty()) {
                repository.finish(due, token);
                return false;
            }
            TeamCodebook codebook = codebooks.load(due.workspace(), due.codebook(), due.version());
            store(
                    codebook,
                    behind,
                    answers.readAgain(due.workspace(), codebook, responses.findAll(due.workspace(), behind)));
            return true;
        }

        private void store(TeamCodebook codebook, List<ResponseId> behind, List<ReadVerbatim> read) {
            transaction.executeWithoutResult(status -> {
                if (repository.lease(due, token, clock.instant())) {
                    readings.replace(due.workspace(), codebook, read);
                    repository.learned(due, behind, codebook.lesson());
                }
            });
        }
    }

    Pass pass(Due due) {
        return new Pass(due);
    }
}
