package org.upturn.server.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.ProgramId;

/**
 * A file of past responses on its way in.
 *
 * @param sheet of a workbook; "" otherwise
 * @param mapping what each column becomes, in the order of the file
 * @param monthFirst whether 03/04/2024 is the 4th of March
 * @param language in which was asked, as far as the file does not say
 * @param checked what it would do; null until somebody looked
 * @param problem why it stopped; null unless failed
 * @param undone what came of taking it back; null unless undone
 */
public record PastImport(
        UUID id,
        ProgramId program,
        String fileName,
        String sheet,
        List<Mapped> mapping,
        WaveRule waves,
        boolean monthFirst,
        String language,
        @Nullable Check checked,
        State state,
        @Nullable String problem,
        Counts counts,
        @Nullable Undone undone,
        @Nullable Instant begunAt,
        @Nullable Instant finishedAt) {
    /** How far it has got. */
    public enum State {
        PREVIEW,
        RUNNING,
        PAUSED,
        CANCELLED,
        /** Everything is stored; words become searchable. */
        SETTLING,
        FINISHED,
        FAILED,
        UNDOING,
        UNDONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A column and what it becomes. @param attribute its name where it is not that of the column */
    public record Mapped(
            String column, PastColumn becomes, @Nullable String attribute) {
        /** As forms and the API write it: {@code score}, {@code attribute}, {@code attribute:Plan}. */
        public String word() {
            return becomes.word() + (attribute == null ? "" : ":" + attribute);
        }

        static Mapped of(String column, String word) {
            String attribute =
                    word.startsWith("attribute:") ? word.substring(10).strip() : "";
            return attribute.isEmpty()
                    ? new Mapped(column, PastColumn.of(word), null)
                    : new Mapped(column, PastColumn.ATTRIBUTE, attribute);
        }

        String attributeName() {
            return attribute == null ? column : attribute;
        }
    }

    /**
     * What has come of the rows.
     *
     * @param all null until they are counted
     * @param answers responses that were made
     * @param changes answers that became a version of a response
     * @param known answers that were here before
     * @param people contacts that were made
     * @param searchable answers whose words can be found
     */
    public record Counts(
            @Nullable Integer all,
            int done,
            int answers,
            int changes,
            int known,
            int people,
            int rejected,
            int searchable) {
        static final Counts NONE = new Counts(null, 0, 0, 0, 0, 0, 0, 0);
    }

    /** What an import would do. @param whole false where only the first rows were looked at */
    public record Check(
            int rows,
            boolean whole,
            int answers,
            int known,
            int newPeople,
            int knownPeople,
            int rejected,
            int waves,
            int newWaves,
            List<String> waveNames,
            List<Rejected> refused) {}

    /** A row that was not taken, with its cells as they came. */
    public record Rejected(
            int row, @Nullable String column, @Nullable String value, String reason, List<String> cells) {}

    /** What came of taking it back. */
    public record Undone(int answers, int keptAnswers, int people, int keptPeople, int waves) {}

    public PastImport {
        mapping = List.copyOf(mapping);
    }

    /** One that waits for a person. */
    static PastImport begun(
            UUID id,
            ProgramId program,
            String fileName,
            String sheet,
            List<Mapped> mapping,
            WaveRule waves,
            boolean monthFirst,
            String language) {
        return new PastImport(
                id,
                program,
                fileName,
                sheet,
                mapping,
                waves,
                monthFirst,
                language,
                null,
                State.PREVIEW,
                null,
                Counts.NONE,
                null,
                null,
                null);
    }

    /** The same file with other choices. */
    PastImport with(ProgramId other, List<Mapped> columns, WaveRule rule, boolean monthsFirst) {
        return begun(id, other, fileName, sheet, columns, rule, monthsFirst, language);
    }

    /** The same with what it would do. */
    PastImport with(Check foreseen) {
        return new PastImport(
                id,
                program,
                fileName,
                sheet,
                mapping,
                waves,
                monthFirst,
                language,
                foreseen,
                state,
                problem,
                counts,
                undone,
                begunAt,
                finishedAt);
    }

    /** Whether something is going on that one can watch. */
    public boolean isMoving() {
        return state == State.RUNNING || state == State.SETTLING || state == State.UNDOING;
    }

    public boolean isUndoable() {
        return (state == State.FINISHED || state == State.FAILED || state == State.CANCELLED)
                && counts.answers() + counts.changes() + counts.people() > 0;
    }
}
