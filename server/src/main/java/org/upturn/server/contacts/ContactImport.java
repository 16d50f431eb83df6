package org.upturn.server.contacts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of contacts on its way in.
 *
 * @param mapping what each column becomes, in the order of the file
 * @param problem why the whole file could not be read; null unless failed
 * @param rowsAll null until they are counted
 */
public record ContactImport(
        UUID id,
        String fileName,
        List<Mapped> mapping,
        State state,
        @Nullable String problem,
        int rowsDone,
        @Nullable Integer rowsAll,
        int created,
        int updated,
        int rejected) {
    /** How far it has got. */
    public enum State {
        PREVIEW,
        RUNNING,
        FINISHED,
        FAILED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A column and what it becomes. */
    public record Mapped(String column, ImportColumn becomes) {}

    /** A row that was not taken, with its cells as they came. */
    public record Rejected(
            int row, @Nullable String column, @Nullable String value, String reason, List<String> cells) {}

    public ContactImport {
        mapping = List.copyOf(mapping);
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }
}
