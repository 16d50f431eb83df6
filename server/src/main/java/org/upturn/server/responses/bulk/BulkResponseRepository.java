package org.upturn.server.responses.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.WorkspaceId;

/** All SQL of storing past responses. Each statement takes whole columns as arrays. */
@Repository
class BulkResponseRepository {
    private final JdbcClient jdbc;

    BulkResponseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<UUID> known(WorkspaceId workspace, Collection<UUID> sources) {
        return new HashSet<>(jdbc.sql("""
                        select version.source
                        from unnest(:sources) as told (source)
                        join response_version version on version.workspace_id = :workspace
                          and version.source = told.source
                        """)
                .param("workspace", workspace.value())
                .param("sources", sources.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** @return the ids of those that are new; where the contact has answered in the wave, nothing is stored */
    Set<UUID> insert(BulkResponses.Batch batch, List<BulkResponses.Fresh> fresh, Instant now) {
        int n = fresh.size();
        var ids = new UUID[n];
        var waves = new UUID[n];
        var contacts = new UUID[n];
        var versions = new Integer[n];
        var scores = new Integer[n];
        var first = new String[n];
        var last = new String[n];
        var segments = new String[n];
        for (int i = 0; i < n; i++) {
            BulkResponses.Fresh one = fresh.get(i);
            ids[i] = one.id();
            waves[i] = one.last().wave().value();
            contacts[i] = one.last().contact().value();
            versions[i] = one.answers().size();
            scores[i] = one.last().score().value();
            first[i] = one.answers().getFirst().answeredAt().toString();
            last[i] = one.last().answeredAt().toString();
            segments[i] = one.last().segments();
        }
        return new HashSet<>(jdbc.sql("""
                        insert into response (workspace_id, id, program_id, wave_id, contact_id, survey_id, version, score,
                          answered_at, changed_at, segments, channel)
                        select :workspace, told.id, :program, told.wave_id, told.contact_id, :survey, told.version,
                          told.score, cast(told.answered_at as timestamptz), cast(told.changed_at as timestamptz),
                          cast(told.segments as jsonb), 'import'
                        from unnest(:ids, :waves, :contacts, :versions, :scores, :first, :last, :segments)
                          as told (id, wave_id, contact_id, version, score, answered_at, changed_at, segments)
                        on conflict (workspace_id, wave_id, contact_id) do nothing
                        returning id
                        """)
                .param("workspace", batch.workspace().value())
                .param("program", batch.survey().program().value())
                .param("survey", batch.survey().id())
                .param("ids", ids)
                .param("waves", waves)
                .param("contacts", contacts)
                .param("versions", versions)
                .param("scores", scores)
                .param("first", first)
                .param("last", last)
                .param("segments", segments)
                .query(UUID.class)
                .list());
    }

    void insertVersions(BulkResponses.Batch batch, List<BulkResponses.Fresh> made) {
        var ids = new ArrayList<UUID>();
        var versions = new ArrayList<Integer>();
        var answers = new ArrayList<PastResponse>();
        for (BulkResponses.Fresh one : made) {
            for (int i = 0; i < one.answers().size(); i++) {
                ids.add(one.id());
                versions.add(i + 1);
                answers.add(one.answers().get(i));
            }
        }
        insertVersions(batch, ids, versions, answers);
    }

    void insertVersions(BulkResponses.Batch batch, List<UUID> ids, List<Integer> versions, List<PastResponse> answers) {
        jdbc.sql("""
                        insert into response_version (workspace_id, response_id, version, score, verbatim, survey_id, language,
                          answers, sent, answered_at, import_id, source, indexed)
                        select :workspace, told.id, told.version, told.score, told.verbatim, :survey, :language, '{}', true,
                          cast(told.answered_at as timestamptz), :import, told.source, false
                        from unnest(:ids, :versions, :scores, :verbatims, :times, :sources)
                          as told (id, version, score, verbatim, answered_at, source)
                        """)
                .param("workspace", batch.workspace().value())
                .param("survey", batch.survey().id())
                .param("language", batch.language())
                .param("import", batch.importId())
                .param("ids", ids.toArray(UUID[]::new))
                .param("versions", versions.toArray(Integer[]::new))
                .param(
                        "scores",
                        answers.stream().map(one -> one.score().value()).toArray(Integer[]::new))
                .param("verbatims", answers.stream().map(PastResponse::verbatim).toArray(String[]::new))
                .param(
                        "times",
                        answers.stream().map(one -> one.answeredAt().toString()).toArray(String[]::new))
                .param("sources", answers.stream().map(PastResponse::source).toArray(UUID[]::new))
                .update();
    }
}
