package org.upturn.server.verbatims.history;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.ReadVerbatim;
import org.upturn.server.verbatims.ReadingRepository;
import org.upturn.server.verbatims.TeamCodebook;
import org.upturn.server.verbatims.codebook.CodebookRepository;
import org.upturn.server.verbatims.history.BackfillRepository.Due;
import org.upturn.server.verbatims.reader.AnswerReader;

/**
 * Reads what came in from elsewhere, behind everything that arrives: some verbatims at a time, the latest answers first.
 * What has no reading with the active version is left to do, so it goes on after a crash or on another node.
 */
@Component
public class Backfill {
    static final int BATCH = 50;

    private final BackfillRepository repository;
    private final ReadingRepository readings;
    private final Responses responses;
    private final Codebooks codebooks;
    private final CodebookRepository versions;
    private final AnswerReader answers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Backfill(
            BackfillRepository repository,
            ReadingRepository readings,
            Responses responses,
            Codebooks codebooks,
            CodebookRepository versions,
            AnswerReader answers,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.readings = readings;
        this.responses = responses;
        this.codebooks = codebooks;
        this.versions = versions;
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** How far it is. @param read so far; @param over whether nothing is left to do */
    public record Progress(int read, boolean over) {}

    /** Answers of this program came in from elsewhere and want to be read. */
    public void ask(WorkspaceId workspace, ProgramId program) {
        repository.ask(workspace, program, clock.instant());
    }

    /** Empty when nothing ever came in from elsewhere. */
    public Optional<Progress> progress(WorkspaceId workspace, ProgramId program) {
        return repository.progress(workspace, program);
    }

    /** Forgets what was read of these, so that they can be taken away; fails where a person has judged one. */
    public void forget(WorkspaceId workspace, List<UUID> responses) {
        repository.forget(workspace, responses);
    }

    List<Due> due() {
        return repository.due(clock.instant());
    }

    Pass pass(Due due) {
        return new Pass(due);
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
            Optional<BackfillRepository.Place> place = repository.lease(due, token, clock.instant());
            if (place.isEmpty()) {
                return false;
            }
            TeamCodebook codebook = codebooks.active(due.workspace(), due.program());
            List<ResponseId> batch =
                    repository.unread(due, codebook.version(), place.get().after(), BATCH);
            if (batch.isEmpty()) {
                repository.finish(due, token, place.get().asked(), clock.instant());
                return false;
            }
            store(
                    codebook,
                    batch,
                    answers.readAgain(due.workspace(), codebook, responses.findAll(due.workspace(), batch)));
            return true;
        }

        /** What could not be read is passed over here and becomes a job like any arrival, which is tried again. */
        private void store(TeamCodebook codebook, List<ResponseId> batch, List<ReadVerbatim> read) {
            transaction.executeWithoutResult(status -> {
                boolean active = versions.holdLesson(due.workspace(), codebook.id(), codebook.version())
                        .isPresent();
                if (active && repository.advance(due, token, batch.getLast().value(), read.size(), clock.instant())) {
                    readings.insert(due.workspace(), codebook, read, clock.instant());
                    repository.enqueue(due, codebook.version(), batch, clock.instant());
                }
            });
        }
    }
}
