package org.upturn.server.contacts.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.kernel.WorkspaceId;

/**
 * Takes back what an import did, contact by contact: whoever it made goes, whoever it changed is as before. A contact that
 * somebody changed since stays, and so does one that was invited, answered or merged.
 */
@Component
class ImportUndo {
    private static final int CHUNK = 500;
    private static final int SHOWN = 100;

    private final ImportChangeRepository changes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate attempt;

    ImportUndo(ImportChangeRepository changes, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.changes = changes;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    ContactImport.Undone undo(WorkspaceId workspace, UUID id) {
        var tally = new Tally();
        UUID after = null;
        do {
            UUID from = after;
            List<ImportChangeRepository.Change> chunk = transaction.execute(status -> take(workspace, id, from, tally));
            after = chunk == null || chunk.size() < CHUNK
                    ? null
                    : chunk.getLast().contact();
        } while (after != null);
        return new ContactImport.Undone(tally.removed, tally.putBack, tally.kept, tally.reasons);
    }

    /** What was done and what was not. */
    private static final class Tally {
        private int removed;
        private int putBack;
        private int kept;
        private final List<ContactImport.Kept> reasons = new ArrayList<>();

        void keep(UUID contact, String reason) {
            kept++;
            if (reasons.size() < SHOWN) {
                reasons.add(new ContactImport.Kept(contact, reason));
            }
        }
    }

    private List<ImportChangeRepository.Change> take(
            WorkspaceId workspace, UUID id, @org.jspecify.annotations.Nullable UUID after, Tally tally) {
        List<ImportChangeRepository.Change> chunk = changes.lock(workspace, id, after, CHUNK);
        var made = new ArrayList<UUID>();
        for (var change : chunk) {
            if (!change.untouched()) {
                tally.keep(change.contact(), "changed");
            } else if (change.before() == null) {
                made.add(change.contact());
            } else if (tried(() -> changes.putBack(workspace, id, change))) {
                tally.putBack++;
            } else {
                tally.keep(change.contact(), "history");
            }
        }
        remove(workspace, made, tally);
        return chunk;
    }

    /** All at once; one by one only where something points to one of them. */
    private void remove(WorkspaceId workspace, List<UUID> made, Tally tally) {
        if (made.isEmpty()) {
            return;
        }
        if (tried(() -> delete(workspace, made))) {
            tally.removed += made.size();
            return;
        }
        for (UUID one : made) {
            if (tried(() -> delete(workspace, List.of(one)))) {
                tally.removed++;
            } else {
                tally.keep(one, "history");
            }
        }
    }

    private boolean tried(Runnable work) {
        try {
            attempt.executeWithoutResult(status -> work.run());
            return true;
        } catch (DataIntegrityViolationException history) {
            return false;
        }
    }

    private void delete(WorkspaceId workspace, List<UUID> ids) {
        jdbc.sql("delete from contact where workspace_id = :workspace and id = any(:ids)")
                .param("workspace", workspace.value())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
