package org.upturn.server.search;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.upturn.server.kernel.Feeling;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.verbatims.TeamCodebook;

/** A search put into SQL with its values. Nothing that somebody typed is ever part of the text. */
final class Question {
    private static final String RANK = "ts_rank(said.words, websearch_to_tsquery('verbatim', :words), 1)";

    private static final String SAID = """
            from response
            join response_version said on said.workspace_id = response.workspace_id
              and said.response_id = response.id
              and said.version = response.version
            """;

    private static final String READ = """
            join reading on reading.workspace_id = response.workspace_id
              and reading.response_id = response.id
              and reading.response_version = response.version
              and reading.codebook_id = :codebook
              and reading.codebook_version = :codebookVersion
            """;

    private static final String NAMES_THEME = """
              and exists (
                select 1
                from coding
                where coding.workspace_id = response.workspace_id
                  and coding.response_id = response.id
                  and coding.response_version = response.version
                  and coding.codebook_version = :codebookVersion
                  and coding.theme_key = :theme
                  and coding.decided)
            """;

    private final Search search;
    private final SearchWords words;
    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();
    private boolean reads;

    Question(WorkspaceId workspace, UUID program, TeamCodebook codebook, Search search) {
        this.search = search;
        this.words = SearchWords.of(search.words());
        values.put("workspace", workspace.value());
        values.put("program", program);
        values.put("codebook", codebook.id());
        values.put("codebookVersion", codebook.version());
        if (!words.isEmpty()) {
            ask("  and said.words @@ websearch_to_tsquery('verbatim', :words)\n", "words", words.written());
        }
        askWho();
        askWhatWasRead();
    }

    private void askWho() {
        if (search.wave() != null) {
            ask("  and response.wave_id = :wave\n", "wave", search.wave());
        }
        if (search.group() != null) {
            ask("  and response.score_group = :group\n", "group", search.group().word());
        }
        if (search.scores().least() != null) {
            ask("  and response.score >= :least\n", "least", search.scores().least());
        }
        if (search.scores().most() != null) {
            ask("  and response.score <= :most\n", "most", search.scores().most());
        }
        int equals = search.segment().indexOf('=');
        if (equals > 0) {
            ask(
                    "  and response.segments ->> :attribute = :value\n",
                    "value",
                    search.segment().substring(equals + 1));
            values.put("attribute", search.segment().substring(0, equals));
        }
    }

    private void askWhatWasRead() {
        if (!search.theme().isEmpty()) {
            ask(NAMES_THEME, "theme", search.theme());
        }
        if (search.silent() != null) {
            askReading("  and reading.silent = :silent\n", "silent", search.silent());
        }
        if (!search.language().isEmpty()) {
            askReading("  and reading.language = :language\n", "language", search.language());
        }
        if (search.sentiment() != null) {
            String feels = switch (search.sentiment()) {
                case NEGATIVE -> "  and reading.sentiment < -:clearly\n";
                case NEUTRAL -> "  and reading.sentiment between -:clearly and :clearly\n";
                case POSITIVE -> "  and reading.sentiment > :clearly\n";
            };
            askReading(feels, "clearly", Feeling.CLEARLY);
        }
    }

    private void ask(String condition, String name, Object value) {
        conditions.append(condition);
        values.put(name, value);
    }

    private void askReading(String condition, String name, Object value) {
        reads = true;
        ask(condition, name, value);
    }

    Map<String, Object> values() {
        return values;
    }

    /** How many fit, counted up to {@code :enough}. */
    String count() {
        return """
                select count(*)
                from (
                  select 1
                  %s
                  limit :enough
                ) as hit
                """.formatted(from());
    }

    /** A page of all that fit: quick where few do. */
    String page(boolean goesOn) {
        return page("", goesOn);
    }

    /** The same among the newest {@code :enough} that fit. */
    String pageOfNewest(boolean goesOn) {
        return page("order by response.answered_at desc, response.id desc limit :enough", goesOn);
    }

    private String page(String order, boolean goesOn) {
        return """
                with hit as materialized (
                  select response.id, response.answered_at, %s as rank
                  %s
                  %s
                ), place as (
                  select %s as rank, response.answered_at, response.id
                  %s
                  where response.workspace_id = :workspace
                    and response.id = cast(:after as uuid)
                )
                select hit.id
                from hit
                %s
                order by hit.rank desc, hit.answered_at desc, hit.id desc
                limit :limit
                """.formatted(rank(), from(), order, rank(), SAID, goesOn ? """
                        where (hit.rank, hit.answered_at, hit.id) < (
                          select place.rank, place.answered_at, place.id
                          from place)
                        """ : "");
    }

    /** A page of the newest, found by walking from the newest back: quick where many fit, slow where few do. */
    String newest(boolean goesOn) {
        return """
                select response.id
                %s
                %s
                order by response.answered_at desc, response.id desc
                limit :limit
                """.formatted(from(), goesOn ? """
                          and (response.answered_at, response.id) < (
                            select place.answered_at, place.id
                            from response place
                            where place.workspace_id = :workspace
                              and place.id = cast(:after as uuid))
                        """ : "");
    }

    private String from() {
        return """
                %s%s
                where response.workspace_id = :workspace
                  and response.program_id = :program
                  and said.verbatim <> ''
                  %s
                """.formatted(SAID, reads ? READ : "", conditions);
    }

    private String rank() {
        return words.isEmpty() || search.order() == Search.Order.NEWEST ? "0" : RANK;
    }
}
