package org.upturn.server.workspaces;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/**
 * What some actions of the audit log are about.
 *
 * @param kind what the log is filtered by
 * @param actions how these actions begin, in whole words between full stops; of two that fit, the longer one holds
 * @param path where it is seen; {@code {}} stands for its id; null when that is no page
 * @param things SQL of {@code id}, {@code name} and {@code place}, the id in the path, for {@code :workspace} and {@code :ids};
 *     null when the page has no id
 */
public record Audited(
        Kind kind,
        String actions,
        @Nullable String path,
        @Nullable String things) {
    /** What a reader of the log looks for. */
    public enum Kind {
        CASES,
        CONTACTS,
        SURVEYS,
        SENDING,
        VERBATIMS,
        TRACKS,
        RULES,
        TEAM,
        DOWNLOADS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws Problem when there is none of that word */
        public static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("kind", "problem.audit.kind"));
        }
    }

    /** Of what is seen nowhere but in the log. */
    public static Audited nowhere(Kind kind, String actions) {
        return new Audited(kind, actions, null, null);
    }

    /** Of a page that is there once. */
    public static Audited page(Kind kind, String actions, String path) {
        return new Audited(kind, actions, path, null);
    }

    /** Of the rows of a table that has an {@code id} and, as a column or an expression, a name. */
    public static Audited rows(Kind kind, String actions, String path, String table, String name) {
        return new Audited(kind, actions, path, """
                select id, %s as name, id as place
                from %s
                where workspace_id = :workspace
                  and id = any(:ids)
                """.formatted(name, table));
    }
}
