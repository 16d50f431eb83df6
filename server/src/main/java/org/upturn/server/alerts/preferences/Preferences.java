package org.upturn.server.alerts.preferences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspace;
import org.upturn.server.workspaces.Workspaces;

/** How each member wants their alerts. */
@Service
public class Preferences {
    private static final int DAY = 24 * 60;

    private final JdbcClient jdbc;
    private final Workspaces workspaces;
    private final AuditLog audit;

    Preferences(JdbcClient jdbc, Workspaces workspaces, AuditLog audit) {
        this.jdbc = jdbc;
        this.workspaces = workspaces;
        this.audit = audit;
    }

    /** What the member chose; before that: all at once, no quiet hours, in the workspace's time zone and language. */
    public Preference of(WorkspaceId workspace, MemberId member) {
        return jdbc.sql("""
                        select pace, digest_minute, quiet_from, quiet_until, time_zone, language, breaks_through
                        from alert_preference
                        where workspace_id = :workspace
                          and member_id = :member
                        """)
                .param("workspace", workspace.value())
                .param("member", member.value())
                .query(Preferences::preference)
                .optional()
                .orElseGet(() -> {
                    Workspace team = workspaces.find(workspace);
                    return Preference.standard(team.timeZone(), team.language());
                });
    }

    @Transactional
    public void save(Member member, Preference told) {
        check(told);
        jdbc.sql("""
                        insert into alert_preference (workspace_id, member_id, pace, digest_minute, quiet_from, quiet_until,
                          time_zone, language, breaks_through)
                        values (:workspace, :member, :pace, :digest, :from, :until, :zone, :language, :breaks)
                        on conflict (workspace_id, member_id) do update
                        set pace = excluded.pace, digest_minute = excluded.digest_minute,
                          quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
                          time_zone = excluded.time_zone, language = excluded.language,
                          breaks_through = excluded.breaks_through
                        where alert_preference.workspace_id = :workspace
                        """)
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .param("pace", told.pace().word())
                .param("digest", told.digestMinute())
                .param("from", told.quietFrom())
                .param("until", told.quietUntil())
                .param("zone", told.zone().getId())
                .param("language", told.language().toLanguageTag())
                .param("breaks", told.breaksThrough())
                .update();
        audit.record(member, "alerts.preference.changed", member.id().value());
    }

    private static void check(Preference told) {
        if (told.digestMinute() < 0 || told.digestMinute() >= DAY) {
            throw Problem.invalid("digest", "problem.alerts.time");
        }
        if ((told.quietFrom() == null) != (told.quietUntil() == null)) {
            throw Problem.invalid("quietFrom", "problem.alerts.quiet");
        }
        if (told.quietFrom() != null
                && (outside(told.quietFrom())
                        || outside(told.quietUntil())
                        || told.quietFrom().equals(told.quietUntil()))) {
            throw Problem.invalid("quietFrom", "problem.alerts.quiet");
        }
    }

    private static boolean outside(@Nullable Integer minute) {
        return minute == null || minute < 0 || minute >= DAY;
    }

    private static Preference preference(ResultSet row, int n) throws SQLException {
        return new Preference(
                Pace.of(row.getString("pace")),
                row.getInt("digest_minute"),
                row.getObject("quiet_from", Integer.class),
                row.getObject("quiet_until", Integer.class),
                ZoneId.of(row.getString("time_zone")),
                Locale.forLanguageTag(row.getString("language")),
                row.getBoolean("breaks_through"));
    }
}
