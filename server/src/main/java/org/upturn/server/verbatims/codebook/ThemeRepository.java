package org.upturn.server.verbatims.codebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.engine.Gap;
import org.upturn.engine.Theme;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** All SQL of themes: always those of one version together. */
@Repository
public class ThemeRepository {
    private final JdbcClient jdbc;

    ThemeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What stands in a version. */
    public CodebookContent find(WorkspaceId workspace, UUID codebook, int version) {
        String name = jdbc.sql("""
                        select name
                        from codebook_version
                        where workspace_id = :workspace
                          and codebook_id = :codebook
                          and version = :version
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .param("version", version)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("problem.unknown.version"));
        return new CodebookContent(
                name,
                jdbc.sql("""
                                select theme_key, name, description, examples, gap, owner_hint, parent, formerly, split_from
                                from theme
                                where workspace_id = :workspace
                                  and codebook_id = :codebook
                                  and codebook_version = :version
                                order by position, theme_key
                                """)
                        .param("workspace", workspace.value())
                        .param("codebook", codebook)
                        .param("version", version)
                        .query(ThemeRepository::theme)
                        .list());
    }

    /** Puts these themes in the place of those that stand there. */
    public void replace(WorkspaceId workspace, UUID codebook, int version, List<VersionedTheme> themes) {
        delete(workspace, codebook, version);
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (VersionedTheme theme : themes) {
            rows.add(row(theme, rows.size()));
        }
        jdbc.sql("""
                        insert into theme (workspace_id, codebook_id, codebook_version, theme_key, position, name,
                          description, examples, gap, owner_hint, parent, formerly, split_from)
                        select :workspace, :codebook, :version, told.theme_key, told.position, told.name,
                          told.description, told.examples, told.gap, told.owner_hint, told.parent, told.formerly,
                          told.split_from
                        from jsonb_to_recordset(cast(:themes as jsonb)) as told (theme_key text, position integer,
                          name text, description text, examples text[], gap text, owner_hint text, parent text,
                          formerly text[], split_from text)
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .param("version", version)
                .param("themes", Rows.json(rows))
                .update();
    }

    void delete(WorkspaceId workspace, UUID codebook, int version) {
        jdbc.sql("""
                        delete from theme
                        where workspace_id = :workspace
                          and codebook_id = :codebook
                          and codebook_version = :version
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .param("version", version)
                .update();
    }

    private static Map<String, @Nullable Object> row(VersionedTheme one, int position) {
        Theme theme = one.theme();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("theme_key", theme.id());
        row.put("position", position);
        row.put("name", theme.name());
        row.put("description", theme.description());
        row.put("examples", theme.examples());
        row.put("gap", theme.gap() == null ? null : theme.gap().word());
        row.put("owner_hint", theme.owner());
        row.put("parent", theme.parent());
        row.put("formerly", one.formerly());
        row.put("split_from", one.splitFrom());
        return row;
    }

    private static VersionedTheme theme(ResultSet row, int n) throws SQLException {
        var theme = new Theme(
                row.getString("theme_key"),
                row.getString("name"),
                row.getString("description"),
                List.of((String[]) row.getArray("examples").getArray()),
                gap(row.getString("gap")),
                row.getString("owner_hint"),
                row.getString("parent"));
        return new VersionedTheme(
                theme, List.of((String[]) row.getArray("formerly").getArray()), row.getString("split_from"));
    }

    private static @Nullable Gap gap(@Nullable String word) {
        return word == null ? null : Gap.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
