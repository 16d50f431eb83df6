package org.upturn.server.contacts.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of contacts on its way in.
 *
 * @param sheet of the workbook that is read; "" where the file is none
 * @param mapping what each column becomes, in the order of the file
 * @param checked what it would do with that mapping; null until somebody looked
 * @param problem why the whole file could not be read; null unless failed
 * @param rowsAll null until they are counted
 * @param undone what came of taking it back; null unless undone
 */
public record ContactImport(
        UUID id,
        String fileName,
        String sheet,
        List<Mapped> mapping,
        @Nullable ImportCheck checked,
        State state,
        @Nullable String problem,
        int rowsDone,
        @Nullable Integer rowsAll,
        int created,
        int updated,
        int unchanged,
        int rejected,
        @Nullable Undone undone) {
    /** How far it has got. */
    public enum State {
        PREVIEW,
        RUNNING,
        FINISHED,
        FAILED,
        UNDONE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A column and what it becomes.
     *
     * @param attribute the attribute that it fills, when it becomes one; null for one of the column's own name
     */
    public record Mapped(
            String column, ImportColumn becomes, @Nullable String attribute) {
        /** As forms and the API write it: {@code name}, {@code attribute}, {@code attribute:Plan}. */
        public String word() {
            return becomes.word() + (attribute == null ? "" : ":" + attribute);
        }

        /** A column that becomes what this word says. */
        static Mapped of(String column, String word) {
            int colon = word.indexOf(':');
            return colon > 0
                            && word.startsWith("attribute:")
                            && !word.substring(colon + 1).isBlank()
                    ? new Mapped(
                            column,
                            ImportColumn.ATTRIBUTE,
                            word.substring(colon + 1).strip())
                    : new Mapped(column, ImportColumn.of(word), null);
        }

        /** The attribute that it fills. */
        String attributeName() {
            return attribute == null ? column : attribute;
        }
    }

    /** The columns that nothing is made of. */
    public List<String> leftOut() {
        return mapping.stream()
                .filter(one -> one.becomes() == ImportColumn.LEAVE_OUT)
                .map(Mapped::column)
                .toList();
    }

    /** A row that was not taken, with its cells as they came. */
    public record Rejected(
            int row, @Nullable String column, @Nullable String value, String reason, List<String> cells) {}

    /**
     * What came of taking an import back.
     *
     * @param removed contacts it had made that are gone
     * @param putBack contacts that are as they were before it
     * @param kept how many stay as they are
     * @param reasons the first of those, with why
     */
    public record Undone(int removed, int putBack, int kept, List<Kept> reasons) {
        public Undone {
            reasons = List.copyOf(reasons);
        }
    }

    /** A contact that stays as it is. @param reason {@code changed} since, or {@code history} points to it */
    public record Kept(UUID contact, String reason) {}

    public ContactImport {
        mapping = List.copyOf(mapping);
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public boolean isUndoable() {
        return (state == State.FINISHED || state == State.FAILED) && created + updated > 0;
    }
}
