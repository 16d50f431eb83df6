package org.upturn.server.responses.bulk;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.Channel;
import org.upturn.server.kernel.CopyRows;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;

/** All SQL of storing past responses. */
@Repository
class BulkResponseRepository {
    private final JdbcClient jdbc;
    private final JdbcOperations copies;

    BulkResponseRepository(JdbcClient jdbc, JdbcOperations copies) {
        this.jdbc = jdbc;
        this.copies = copies;
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

    /** Which contacts have answered in which waves, of these. */
    Set<PastResponse.Place> answered(WorkspaceId workspace, List<BulkResponses.Fresh> fresh) {
        return new HashSet<>(jdbc.sql("""
                        select response.wave_id, response.contact_id
                        from unnest(:waves, :contacts) as told (wave_id, contact_id)
                        join response on response.workspace_id = :workspace
                          and response.wave_id = told.wave_id
                          and response.contact_id = told.contact_id
                        """)
                .param("workspace", workspace.value())
                .param(
                        "waves",
                        fresh.stream().map(one -> one.last().wave().value()).toArray(UUID[]::new))
                .param(
                        "contacts",
                        fresh.stream().map(one -> one.last().contact().value()).toArray(UUID[]::new))
                .query((row, n) -> new PastResponse.Place(
                        new WaveId(Rows.id(row, "wave_id")), new ContactId(Rows.id(row, "contact_id"))))
                .list());
    }

    /** @throws org.springframework.dao.DuplicateKeyException when one of them has answered in that wave meanwhile */
    void insert(BulkResponses.Batch batch, List<BulkResponses.Fresh> fresh) {
        var rows = new CopyRows(
                batch.workspace(),
                "response",
                "id",
                "program_id",
                "wave_id",
                "contact_id",
                "survey_id",
                "version",
                "score",
                "answered_at",
                "changed_at",
                "segments",
                "channel");
        for (BulkResponses.Fresh one : fresh) {
            PastResponse last = one.last();
            rows.row()
                    .id(one.id())
                    .id(batch.survey().program().value())
                    .id(last.wave().value())
                    .id(last.contact().value())
                    .id(batch.survey().id())
                    .integer(one.answers().size())
                    .smallint(last.score().value())
                    .time(one.answers().getFirst().answeredAt())
                    .time(last.answeredAt())
                    .jsonb(last.segments())
                    .text(Channel.IMPORT.word());
        }
        rows.store(copies);
        insertVersions(batch, fresh);
    }

    private void insertVersions(BulkResponses.Batch batch, List<BulkResponses.Fresh> made) {
        CopyRows rows = versions(batch);
        for (BulkResponses.Fresh one : made) {
            for (int i = 0; i < one.answers().size(); i++) {
                version(rows, batch, one.id(), i + 1, one.answers().get(i));
            }
        }
        rows.store(copies);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when there is such a version, or this answer came meanwhile */
    void insertVersion(BulkResponses.Batch batch, UUID response, int version, PastResponse answer) {
        CopyRows rows = versions(batch);
        version(rows, batch, response, version, answer);
        rows.store(copies);
    }

    private static CopyRows versions(BulkResponses.Batch batch) {
        return new CopyRows(
                batch.workspace(),
                "response_version",
                "response_id",
                "version",
                "score",
                "verbatim",
                "survey_id",
                "language",
                "answers",
                "sent",
                "answered_at",
                "import_id",
                "source",
                "indexed");
    }

    private static void version(
            CopyRows rows, BulkResponses.Batch batch, UUID response, int version, PastResponse answer) {
        rows.row()
                .id(response)
                .integer(version)
                .smallint(answer.score().value())
                .text(answer.verbatim())
                .id(batch.survey().id())
                .text(batch.language())
                .jsonb("{}")
                .flag(true)
                .time(answer.answeredAt())
                .id(batch.importId())
                .id(answer.source())
                .flag(false);
    }
}
