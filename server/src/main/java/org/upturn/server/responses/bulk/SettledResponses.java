package org.upturn.server.responses.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.BulkInvitations;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;

/** What remains once past responses are stored: words that can be found, the answer before each, and the way back. */
@Component
public class SettledResponses {
    private final JdbcClient jdbc;

    SettledResponses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the answers of a wave were given. */
    public record Span(Instant first, Instant last) {}

    /** A response that an import made, and nobody else has added to. */
    public record Imported(UUID id, BulkInvitations.Asked asked) {}

    public Optional<Span> span(WorkspaceId workspace, WaveId wave) {
        return jdbc.sql("""
                        select min(answered_at) as first, max(changed_at) as last
                        from response
                        where workspace_id = :workspace
                          and wave_id = :wave
                        having count(*) > 0
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .query((row, n) -> new Span(Rows.time(row, "first"), Rows.time(row, "last")))
                .optional();
    }

    /** Some words of an import become searchable. @return the responses, in order; empty at the end */
    public List<UUID> index(WorkspaceId workspace, UUID importId, @Nullable UUID after, int most) {
        List<UUID> some = jdbc.sql("""
                        select response_id
                        from response_version
                        where workspace_id = :workspace
                          and import_id = :import
                          and not indexed
                          and (cast(:after as uuid) is null or response_id >= :after)
                        order by response_id
                        limit :most
                        """)
                .param("workspace", workspace.value())
                .param("import", importId)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
        jdbc.sql("""
                        select id
                        from response
                        where workspace_id = :workspace
                          and id = any(:some)
                        order by contact_id, id
                        for no key update
                        """)
                .param("workspace", workspace.value())
                .param("some", some.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        jdbc.sql("""
                        update response_version
                        set indexed = true
                        where workspace_id = :workspace
                          and response_id = any(:some)
                          and import_id = :import
                          and not indexed
                        """)
                .param("workspace", workspace.value())
                .param("import", importId)
                .param("some", some.toArray(UUID[]::new))
                .update();
        return some;
    }

    /**
     * Notes for some contacts which answer came before which, as far as it is not noted. Whoever was merged keeps what was
     * noted when they answered.
     *
     * @return the last contact looked at; empty at the end
     */
    public Optional<UUID> link(WorkspaceId workspace, ProgramId program, @Nullable UUID after, int most) {
        List<UUID> contacts = jdbc.sql("""
                        select distinct contact_id
                        from response
                        where workspace_id = :workspace
                          and (cast(:after as uuid) is null or contact_id > :after)
                        order by contact_id
                        limit :most
                        """)
                .param("workspace", workspace.value())
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
        jdbc.sql("""
                        update response
                        set previous_response_id = before.previous_id, previous_group = before.previous_group
                        from (
                          select told.id,
                            lag(told.id) over person as previous_id,
                            lag(told.score_group) over person as previous_group
                          from response told
                          join wave on wave.workspace_id = told.workspace_id and wave.id = told.wave_id
                          join contact on contact.workspace_id = told.workspace_id and contact.id = told.contact_id
                          where told.workspace_id = :workspace
                            and told.program_id = :program
                            and told.contact_id = any(:contacts)
                            and contact.merged_into is null
                          window person as (partition by told.contact_id order by wave.opens_at, wave.id)
                        ) as before
                        where response.workspace_id = :workspace
                          and response.id = before.id
                          and before.previous_id is not null
                          and response.previous_response_id is distinct from before.previous_id
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("contacts", contacts.toArray(UUID[]::new))
                .update();
        return contacts.isEmpty() ? Optional.empty() : Optional.of(contacts.getLast());
    }

    /** Some responses that hold nothing but what this import brought, in the order of their ids. */
    public List<Imported> imported(WorkspaceId workspace, UUID importId, @Nullable UUID after, int most) {
        return jdbc.sql("""
                        select response.id, response.wave_id, response.contact_id, response.answered_at
                        from response
                        where response.workspace_id = :workspace
                          and (cast(:after as uuid) is null or response.id > :after)
                          and exists (
                            select 1
                            from response_version brought
                            where brought.workspace_id = response.workspace_id
                              and brought.response_id = response.id
                              and brought.import_id = :import)
                          and not exists (
                            select 1
                            from response_version other
                            where other.workspace_id = response.workspace_id
                              and other.response_id = response.id
                              and other.import_id is distinct from :import)
                        order by response.id
                        limit :most
                        """)
                .param("workspace", workspace.value())
                .param("import", importId)
                .param("after", after)
                .param("most", most)
                .query(SettledResponses::imported)
                .list();
    }

    private static Imported imported(ResultSet row, int n) throws SQLException {
        return new Imported(
                Rows.id(row, "id"),
                new BulkInvitations.Asked(
                        new WaveId(Rows.id(row, "wave_id")),
                        new ContactId(Rows.id(row, "contact_id")),
                        Rows.time(row, "answered_at")));
    }

    /** Takes responses away; what pointed to one as the answer before points to none until it is linked again. */
    public void delete(WorkspaceId workspace, List<UUID> ids) {
        UUID[] all = ids.toArray(UUID[]::new);
        jdbc.sql("""
                        update response
                        set previous_response_id = null, previous_group = null
                        where workspace_id = :workspace
                          and contact_id in (
                            select gone.contact_id
                            from response gone
                            where gone.workspace_id = :workspace
                              and gone.id = any(:ids))
                          and previous_response_id = any(:ids)
                        """).param("workspace", workspace.value()).param("ids", all).update();
        jdbc.sql("delete from response_version where workspace_id = :workspace and response_id = any(:ids)")
                .param("workspace", workspace.value())
                .param("ids", all)
                .update();
        jdbc.sql("delete from response where workspace_id = :workspace and id = any(:ids)")
                .param("workspace", workspace.value())
                .param("ids", all)
                .update();
    }
}
