package org.upturn.server.history;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.contacts.bulk.BulkContacts;
import org.upturn.server.invitations.BulkInvitations;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.bulk.SettledResponses;
import org.upturn.server.responses.bulk.SettledResponses.Imported;
import org.upturn.server.surveys.PastWaves;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.verbatims.history.Backfill;

/**
 * Takes an import back: its answers with what was read of them, then people who have nothing else, then waves that are empty.
 * An answer that a person judged, that has a case, or that was changed here since stays, and so does whoever gave it.
 */
@Component
class PastImportUndo {
    private static final int BATCH = 1_000;

    private final SettledResponses responses;
    private final BulkInvitations invitations;
    private final BulkContacts contacts;
    private final PastWaves waves;
    private final Backfill backfill;
    private final ImportRowRepository rows;
    private final TransactionTemplate transaction;

    PastImportUndo(
            SettledResponses responses,
            BulkInvitations invitations,
            BulkContacts contacts,
            PastWaves waves,
            Backfill backfill,
            ImportRowRepository rows,
            PlatformTransactionManager transactions) {
        this.responses = responses;
        this.invitations = invitations;
        this.contacts = contacts;
        this.waves = waves;
        this.backfill = backfill;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Goes on where it was cut off: what is gone is not found again. */
    PastImport.Undone undo(WorkspaceId workspace, PastImport file) {
        int gone = 0;
        int kept = 0;
        @Nullable UUID after = null;
        List<Imported> some = responses.imported(workspace, file.id(), after, BATCH);
        while (!some.isEmpty()) {
            int removed = remove(workspace, some);
            gone += removed;
            kept += some.size() - removed;
            after = some.getLast().id();
            some = responses.imported(workspace, file.id(), after, BATCH);
        }
        int[] people = contacts.takeBack(workspace, file.id());
        int emptied = 0;
        for (WaveId wave : rows.waves(workspace, file.id(), false)) {
            emptied += waves.remove(workspace, wave) ? 1 : 0;
        }
        return new PastImport.Undone(gone, kept, people[0], people[1], emptied);
    }

    private int remove(WorkspaceId workspace, List<Imported> some) {
        if (tried(workspace, some)) {
            return some.size();
        }
        if (some.size() == 1) {
            return 0;
        }
        int half = some.size() / 2;
        return remove(workspace, some.subList(0, half)) + remove(workspace, some.subList(half, some.size()));
    }

    private boolean tried(WorkspaceId workspace, List<Imported> some) {
        try {
            return Boolean.TRUE.equals(Tries.of(() -> transaction.execute(status -> {
                List<UUID> ids = some.stream().map(Imported::id).toList();
                backfill.forget(workspace, ids);
                responses.delete(workspace, ids);
                invitations.takeBack(
                        workspace, some.stream().map(Imported::asked).toList());
                return true;
            })));
        } catch (DataIntegrityViolationException needed) {
            return false;
        }
    }
}
