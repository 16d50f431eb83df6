package org.upturn.server.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.verbatims.TeamCodebook;

/** The SQL of searching. A question is put together from what is asked, so that the planner sees no more than that. */
@Repository
class SearchRepository {
    private static final int MOST_SEGMENTS = 200;
    private static final int MOST_RANKED = 2_000;

    /** So many of the latest answers say which segments and languages there are to choose from. */
    private static final int LATEST = 500;

    private final JdbcClient jdbc;

    SearchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where to go on: the last response of the page before, or null; and how many to give. */
    record Place(@Nullable UUID after, int limit) {}

    /** Ids of some hits in order, and how many there are in all. */
    record HitIds(long all, List<ResponseId> ids) {}

    /**
     * Counts exactly up to {@value Hits#MOST_COUNTED}. Where more fit, the newest are found by walking back from the
     * newest, and the best match is looked for among the newest {@value #MOST_RANKED}: a page takes no longer, however
     * many there are.
     */
    HitIds find(WorkspaceId workspace, UUID program, TeamCodebook codebook, Search search, Place place) {
        var question = new Question(workspace, program, codebook, search);
        boolean goesOn = place.after != null;
        long all = jdbc.sql(question.count())
                .params(question.values())
                .param("enough", Hits.MOST_COUNTED + 1)
                .query(Long.class)
                .single();
        String sql;
        if (all <= Hits.MOST_COUNTED) {
            sql = question.page(goesOn);
        } else {
            sql = search.order() == Search.Order.NEWEST ? question.newest(goesOn) : question.pageOfNewest(goesOn);
        }
        List<ResponseId> ids = jdbc.sql(sql)
                .params(question.values())
                .param("after", place.after)
                .param("limit", place.limit)
                .param("enough", MOST_RANKED)
                .query((row, n) -> new ResponseId(Rows.id(row, "id")))
                .list();
        return new HitIds(all, ids);
    }

    /** The words of these verbatims with those asked for between angle brackets, once for each of the texts asked. */
    Map<ResponseId, List<String>> headlines(
            WorkspaceId workspace, Collection<ResponseId> responses, List<String> asked) {
        var headlines = new HashMap<ResponseId, List<String>>();
        jdbc.sql("""
                        select said.response_id, ts_headline('verbatim',
                          regexp_replace(said.verbatim, '[^[:alnum:]\\u0300-\\u036f]', ' ', 'g'),
                          plainto_tsquery('verbatim', asked.words), 'StartSel=<, StopSel=>, HighlightAll=true') as headline
                        from response_version said
                        join response on response.workspace_id = said.workspace_id
                          and response.id = said.response_id
                          and response.version = said.version
                        cross join unnest(cast(:asked as text[])) with ordinality as asked (words, number)
                        where said.workspace_id = :workspace
                          and said.response_id = any(:ids)
                        order by said.response_id, asked.number
                        """)
                .param("workspace", workspace.value())
                .param("ids", responses.stream().map(ResponseId::value).toArray(UUID[]::new))
                .param("asked", asked.toArray(String[]::new))
                .query(row -> {
                    headlines
                            .computeIfAbsent(new ResponseId(Rows.id(row, "response_id")), absent -> new ArrayList<>())
                            .add(row.getString("headline"));
                });
        return headlines;
    }

    /** The cases of those of these responses that have one. */
    Map<ResponseId, UUID> cases(WorkspaceId workspace, Collection<ResponseId> responses) {
        var cases = new HashMap<ResponseId, UUID>();
        jdbc.sql("""
                        select response_id, id
                        from cases
                        where workspace_id = :workspace
                          and response_id = any(:ids)
                        """)
                .param("workspace", workspace.value())
                .param("ids", responses.stream().map(ResponseId::value).toArray(UUID[]::new))
                .query(row -> {
                    cases.put(new ResponseId(Rows.id(row, "response_id")), Rows.id(row, "id"));
                });
        return cases;
    }

    /** Segments of the people who answered last, as {@code attribute=value}. */
    List<String> segments(WorkspaceId workspace, UUID program) {
        return jdbc.sql("""
                        select distinct segment.key || '=' || segment.value as segment
                        from (
                          select segments
                          from response
                          where workspace_id = :workspace
                            and program_id = :program
                          order by answered_at desc, id desc
                          limit :latest
                        ) as latest
                        cross join jsonb_each_text(latest.segments) as segment
                        order by segment
                        limit :most
                        """)
                .param("workspace", workspace.value())
                .param("program", program)
                .param("latest", LATEST)
                .param("most", MOST_SEGMENTS)
                .query(String.class)
                .list();
    }

    /** Languages of the latest answers. */
    List<String> languages(WorkspaceId workspace, UUID program) {
        return jdbc.sql("""
                        select distinct reading.language
                        from (
                          select workspace_id, id, version
                          from response
                          where workspace_id = :workspace
                            and program_id = :program
                          order by answered_at desc, id desc
                          limit :latest
                        ) as latest
                        join reading on reading.workspace_id = latest.workspace_id
                          and reading.response_id = latest.id
                          and reading.response_version = latest.version
                        order by reading.language
                        """)
                .param("workspace", workspace.value())
                .param("program", program)
                .param("latest", LATEST)
                .query(String.class)
                .list();
    }
}
