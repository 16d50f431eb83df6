package org.upturn.server.verbatims.history;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.HumanCodings;
import org.upturn.server.verbatims.ReadVerbatim;
import org.upturn.server.verbatims.ReadingRepository;
import org.upturn.server.verbatims.TeamCodebook;
import org.upturn.server.verbatims.codebook.CodebookVersion.State;
import org.upturn.server.verbatims.history.HistoryRepository.Coming;
import org.upturn.server.verbatims.reader.AnswerReader;

/**
 * Reads all history against a version that is going live, some verbatims at a time, and switches to it when nothing is
 * left. Where it stands is not noted anywhere: what has no reading with the new version is left to do. So it goes on
 * after a crash, on another node or after a pause, and reads nothing twice.
 */
@Component
class History {
    static final int BATCH = 25;
    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private final HistoryRepository repository;
    private final ReadingRepository readings;
    private final VersionStates states;
    private final Responses responses;
    private final Codebooks codebooks;
    private final AnswerReader answers;
    private final HumanCodings human;
    private final TransactionTemplate transaction;
    private final Clock clock;

    History(
            HistoryRepository repository,
            ReadingRepository readings,
            VersionStates states,
            Responses responses,
            Codebooks codebooks,
            AnswerReader answers,
            HumanCodings human,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.readings = readings;
        this.states = states;
        this.responses = responses;
        this.codebooks = codebooks;
        this.answers = answers;
        this.human = human;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** One pass over history under one lease. */
    final class Pass {
        private final Coming coming;
        private final UUID token = UUID.randomUUID();
        private final Set<ResponseId> unreadable = new HashSet<>();
        private @Nullable UUID after;

        Pass(Coming coming) {
            this.coming = coming;
        }

        /** Takes the work; false when somebody else has it. */
        boolean take() {
            return repository.lease(coming, token);
        }

        /**
         * Reads the next batch, or switches over when nothing is left.
         *
         * @return whether there is more to do
         */
        boolean step() throws InterruptedException {
            if (!take()) {
                return false;
            }
            List<ResponseId> batch = repository.unread(coming, after, unreadable, BATCH);
            if (!batch.isEmpty()) {
                after = batch.getLast().value();
                TeamCodebook codebook = codebooks.load(coming.workspace(), coming.codebook(), coming.version());
                return store(codebook, read(codebook, batch));
            }
            if (after == null) {
                switchOver(coming);
                return false;
            }
            // Once more from the beginning: answers were edited meanwhile.
            after = null;
            return true;
        }

        private List<ReadVerbatim> read(TeamCodebook codebook, List<ResponseId> batch) throws InterruptedException {
            List<ReadVerbatim> read =
                    answers.readAgain(coming.workspace(), codebook, responses.findAll(coming.workspace(), batch));
            unreadable.addAll(batch);
            read.forEach(one -> unreadable.remove(one.response()));
            return read;
        }

        private boolean store(TeamCodebook codebook, List<ReadVerbatim> read) {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean held = repository.advance(coming, token, read.size());
                if (held) {
                    readings.insert(coming.workspace(), codebook, read, clock.instant());
                }
                return held;
            }));
        }
    }

    /** A pass that begins now. */
    Pass pass(Coming coming) {
        return new Pass(coming);
    }

    /**
     * Makes the version active in one step. What came in between, or could not be read, becomes a job like any arrival.
     */
    void switchOver(Coming coming) {
        transaction.executeWithoutResult(status -> {
            repository.lockForSwitch(coming);
            if (states.go(coming, State.READING, State.READING)) {
                repository.enqueueUnread(coming);
                human.apply(coming.workspace(), coming.codebook(), coming.version());
                states.activate(coming);
                LOG.info("Codebook {} is read in version {} now", coming.codebook(), coming.version());
            }
        });
    }
}
