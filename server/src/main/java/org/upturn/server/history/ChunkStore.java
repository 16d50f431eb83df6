package org.upturn.server.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.contacts.bulk.BulkContacts;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.bulk.BulkResponses;
import org.upturn.server.responses.bulk.PastResponse;
import org.upturn.server.surveys.Survey;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.WaveId;

/** Stores a stretch of a file in one transaction: people, answers, refused rows, and that it is in. */
@Component
class ChunkStore {
    private static final int ATTEMPTS = 5;

    private final PastImportRepository repository;
    private final ImportRowRepository rows;
    private final BulkContacts contacts;
    private final BulkResponses responses;
    private final Surveys surveys;
    private final TransactionTemplate transaction;

    ChunkStore(
            PastImportRepository repository,
            ImportRowRepository rows,
            BulkContacts contacts,
            BulkResponses responses,
            Surveys surveys,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.rows = rows;
        this.contacts = contacts;
        this.responses = responses;
        this.surveys = surveys;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** An answer and its wave. */
    record Placed(AnswerRows.Told told, WaveId wave) {}

    /** A stretch of the file. @param rows of the file in it */
    record Chunk(int number, int rows, List<Placed> told, List<PastImport.Rejected> rejected) {}

    /**
     * Tries again when somebody else stored the same person or answer at the same moment, so that it is known then.
     *
     * @return false when the import was paused or cancelled; nothing of the chunk is stored then
     */
    boolean store(WorkspaceId workspace, PastImport file, Chunk chunk) {
        return Tries.of(() -> storeOnce(workspace, file, chunk));
    }

    private boolean storeOnce(WorkspaceId workspace, PastImport file, Chunk chunk) {
        Survey survey = surveys.latestSurvey(workspace, file.program());
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!rows.take(workspace, file.id(), chunk.number())) {
                return true;
            }
            rows.leaveOutChecks();
            BulkContacts.Met met = contacts.register(
                    workspace,
                    file.id(),
                    chunk.told().stream().map(one -> one.told().contact()).toList());
            List<PastResponse> answers = answers(chunk, met);
            rows.hold(
                    workspace,
                    ids(answers, one -> one.wave().value()),
                    ids(answers, one -> one.contact().value()));
            BulkResponses.Stored stored = responses.store(workspace, file.id(), survey, file.language(), answers);
            rows.reject(workspace, file.id(), chunk.rejected());
            boolean goesOn = repository.advance(
                    workspace,
                    file.id(),
                    new PastImport.Counts(
                            null,
                            chunk.rows(),
                            stored.responses(),
                            stored.changes(),
                            stored.known(),
                            met.created(),
                            chunk.rejected().size(),
                            0));
            if (!goesOn) {
                status.setRollbackOnly();
            }
            return goesOn;
        }));
    }

    private static Set<UUID> ids(List<PastResponse> answers, Function<PastResponse, UUID> id) {
        return answers.stream().map(id).collect(Collectors.toSet());
    }

    private static List<PastResponse> answers(Chunk chunk, BulkContacts.Met met) {
        var answers = new ArrayList<PastResponse>(chunk.told().size());
        for (int i = 0; i < chunk.told().size(); i++) {
            Placed one = chunk.told().get(i);
            answers.add(new PastResponse(
                    one.told().source(),
                    one.wave(),
                    met.contacts().get(i),
                    one.told().score(),
                    one.told().verbatim(),
                    one.told().segments(),
                    one.told().answeredAt()));
        }
        return answers;
    }
}
