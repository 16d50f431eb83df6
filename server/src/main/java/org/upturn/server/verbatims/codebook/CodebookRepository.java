package org.upturn.server.verbatims.codebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;

/** All SQL of codebooks and their versions. */
@Repository
public class CodebookRepository {
    private static final String VERSION = """
            select version, state, name, note, revision, created_by, created_at, activated_at, responses_all, responses_read
            from codebook_version
            where workspace_id = :workspace
              and codebook_id = :codebook
            """;

    private final JdbcClient jdbc;

    CodebookRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A codebook with the version that is read against now.
     *
     * @param lesson how many corrections were given or taken back so far
     */
    public record Known(UUID id, int activeVersion, int lesson) {}

    /** The codebook of a program. */
    public Known known(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select codebook.id, codebook.active_version, codebook.lesson
                        from program_codebook
                        join codebook on codebook.workspace_id = program_codebook.workspace_id
                          and codebook.id = program_codebook.codebook_id
                        where program_codebook.workspace_id = :workspace
                          and program_codebook.program_id = :program
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new Known(Rows.id(row, "id"), row.getInt("active_version"), row.getInt("lesson")))
                .single();
    }

    /** How many corrections of a codebook were given or taken back so far. */
    public int lesson(WorkspaceId workspace, UUID codebook) {
        return jdbc.sql("select lesson from codebook where workspace_id = :workspace and id = :codebook")
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .query(Integer.class)
                .single();
    }

    /**
     * How many corrections were given so far, when this version is what its codebook is read against now. Until the
     * transaction ends no other version becomes it and nobody corrects.
     *
     * @return empty when another version is active
     */
    public Optional<Integer> holdLesson(WorkspaceId workspace, UUID codebook, int version) {
        return jdbc.sql("""
                        select lesson
                        from codebook
                        where workspace_id = :workspace
                          and id = :codebook
                          and active_version = :version
                        for share
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .param("version", version)
                .query(Integer.class)
                .optional();
    }

    /** A new codebook of a program; its first version is inserted next. */
    public void insert(WorkspaceId workspace, ProgramId program, UUID codebook, Instant now) {
        jdbc.sql("""
                        insert into codebook (workspace_id, id, active_version, created_at)
                        values (:workspace, :codebook, 1, :now)
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .param("now", Rows.time(now))
                .update();
        jdbc.sql("""
                        insert into program_codebook (workspace_id, program_id, codebook_id)
                        values (:workspace, :program, :codebook)
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("codebook", codebook)
                .update();
    }

    /** Keeps others from editing the codebook or making it live until this transaction ends; readings go on. */
    public void lock(WorkspaceId workspace, UUID codebook) {
        jdbc.sql("select id from codebook where workspace_id = :workspace and id = :codebook for no key update")
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .query(UUID.class)
                .single();
    }

    public void insert(WorkspaceId workspace, UUID codebook, CodebookVersion version) {
        jdbc.sql("""
                        insert into codebook_version (workspace_id, codebook_id, version, state, name, note, revision,
                          created_by, created_at, activated_at)
                        values (:workspace, :codebook, :version, :state, :name, :note, :revision,
                          :createdBy, :createdAt, :activatedAt)
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .param("version", version.number())
                .param("state", version.state().word())
                .param("name", version.name())
                .param("note", version.note())
                .param("revision", version.revision())
                .param("createdBy", version.createdBy())
                .param("createdAt", Rows.time(version.createdAt()))
                .param("activatedAt", Rows.time(version.activatedAt()))
                .update();
    }

    /** A draft was edited. Revisions count on over all drafts, so that no two of them are taken for one. */
    void edited(WorkspaceId workspace, UUID codebook, int version, String name) {
        jdbc.sql("""
                        with counted as (
                          update codebook
                          set edits = edits + 1
                          where workspace_id = :workspace
                            and id = :codebook
                          returning edits
                        )
                        update codebook_version
                        set name = :name, revision = counted.edits
                        from counted
                        where workspace_id = :workspace
                          and codebook_id = :codebook
                          and version = :version
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .param("version", version)
                .param("name", name)
                .update();
    }

    void delete(WorkspaceId workspace, UUID codebook, int version) {
        jdbc.sql("""
                        delete from codebook_version
                        where workspace_id = :workspace
                          and codebook_id = :codebook
                          and version = :version
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .param("version", version)
                .update();
    }

    /** All versions, the latest first. */
    public List<CodebookVersion> versions(WorkspaceId workspace, UUID codebook) {
        return jdbc.sql(VERSION + "order by version desc")
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .query(CodebookRepository::version)
                .list();
    }

    public Optional<CodebookVersion> version(WorkspaceId workspace, UUID codebook, int version) {
        return jdbc.sql(VERSION + "  and version = :version")
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .param("version", version)
                .query(CodebookRepository::version)
                .optional();
    }

    /** The draft, or the version that is going live. */
    public @Nullable CodebookVersion coming(WorkspaceId workspace, UUID codebook) {
        return jdbc.sql(VERSION + "  and state in ('draft', 'reading', 'paused')")
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .query(CodebookRepository::version)
                .optional()
                .orElse(null);
    }

    private static CodebookVersion version(ResultSet row, int n) throws SQLException {
        return new CodebookVersion(
                row.getInt("version"),
                CodebookVersion.State.of(row.getString("state")),
                row.getString("name"),
                row.getString("note"),
                row.getInt("revision"),
                row.getObject("created_by", UUID.class),
                Rows.time(row, "created_at"),
                Rows.timeOrNull(row, "activated_at"),
                row.getInt("responses_all"),
                row.getInt("responses_read"));
    }
}
