package org.upturn.server.verbatims;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.upturn.engine.Codebook;
import org.upturn.engine.Gap;
import org.upturn.engine.Theme;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramCreated;
import org.upturn.server.surveys.ProgramId;

/** The codebooks of a workspace. Each program begins with a starter and makes it its own. */
@Service
public class Codebooks {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ConcurrentHashMap<Key, TeamCodebook> loaded = new ConcurrentHashMap<>();

    private record Key(UUID codebook, int version) {}

    Codebooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The codebook against which a program's verbatims are read now. */
    public TeamCodebook active(WorkspaceId workspace, ProgramId program) {
        Key key = jdbc.sql("""
                        select codebook.id, codebook.active_version
                        from program_codebook
                        join codebook on codebook.workspace_id = program_codebook.workspace_id
                          and codebook.id = program_codebook.codebook_id
                        where program_codebook.workspace_id = :workspace
                          and program_codebook.program_id = :program
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new Key(Rows.id(row, "id"), row.getInt("active_version")))
                .single();
        return loaded.computeIfAbsent(key, absent -> load(workspace, absent));
    }

    /** A new program gets its starter, in the same transaction. */
    @EventListener
    void start(ProgramCreated created) {
        Codebook starter = Codebook.starter(created.starter());
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into codebook (workspace_id, id, name, active_version, created_at)
                        values (:workspace, :id, :name, 1, :now)
                        """)
                .param("workspace", created.workspace().value())
                .param("id", id)
                .param("name", starter.name())
                .param("now", Rows.time(clock.instant()))
                .update();
        for (int position = 0; position < starter.themes().size(); position++) {
            insert(created.workspace(), id, position, starter.themes().get(position));
        }
        jdbc.sql("""
                        insert into program_codebook (workspace_id, program_id, codebook_id)
                        values (:workspace, :program, :codebook)
                        """)
                .param("workspace", created.workspace().value())
                .param("program", created.program().value())
                .param("codebook", id)
                .update();
    }

    private void insert(WorkspaceId workspace, UUID codebook, int position, Theme theme) {
        jdbc.sql("""
                        insert into theme (workspace_id, codebook_id, codebook_version, theme_key, position, name,
                          description, examples, gap, owner_hint)
                        values (:workspace, :codebook, 1, :key, :position, :name, :description, :examples, :gap, :owner)
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .param("key", theme.id())
                .param("position", position)
                .param("name", theme.name())
                .param("description", theme.description())
                .param("examples", theme.examples().toArray(String[]::new))
                .param("gap", theme.gap() == null ? null : theme.gap().word())
                .param("owner", theme.owner())
                .update();
    }

    private TeamCodebook load(WorkspaceId workspace, Key key) {
        String name = jdbc.sql("select name from codebook where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", key.codebook())
                .query(String.class)
                .single();
        List<Theme> themes = jdbc.sql("""
                        select theme_key, name, description, examples, gap, owner_hint
                        from theme
                        where workspace_id = :workspace
                          and codebook_id = :codebook
                          and codebook_version = :version
                        order by position, theme_key
                        """)
                .param("workspace", workspace.value())
                .param("codebook", key.codebook())
                .param("version", key.version())
                .query((row, n) -> new Theme(
                        row.getString("theme_key"),
                        row.getString("name"),
                        row.getString("description"),
                        List.of((String[]) row.getArray("examples").getArray()),
                        gap(row.getString("gap")),
                        row.getString("owner_hint")))
                .list();
        return new TeamCodebook(key.codebook(), key.version(), new Codebook(name, themes));
    }

    private static Gap gap(String word) {
        return word == null
                ? null
                : Gap.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
