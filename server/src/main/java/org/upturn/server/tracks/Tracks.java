package org.upturn.server.tracks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WebLink;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ReviewPlaces;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The door to what a program offers, and to the wave that both tracks look at. */
@Service
public class Tracks {
    static final int LONGEST_REWARD = 300;

    private final JdbcClient jdbc;
    private final Surveys surveys;
    private final ReviewPlaces places;
    private final AuditLog audit;
    private final Clock clock;

    Tracks(JdbcClient jdbc, Surveys surveys, ReviewPlaces places, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.surveys = surveys;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /** A wave and the one before it, as far as there is one. */
    public record Shown(Wave wave, Optional<Wave> before) {}

    /** The newest wave that has opened; empty before the first. */
    public Optional<Shown> newest(WorkspaceId workspace, ProgramId program) {
        List<Wave> opened = surveys
                .waves(workspace, surveys.program(workspace, program).id())
                .stream()
                .filter(one -> !one.opensAt().isAfter(clock.instant()))
                .toList();
        return opened.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shown(
                        opened.getLast(),
                        opened.size() < 2 ? Optional.empty() : Optional.of(opened.get(opened.size() - 2))));
    }

    public TrackSettings settings(WorkspaceId workspace, ProgramId program) {
        var reviews = places.of(workspace, surveys.program(workspace, program).id());
        return jdbc.sql("""
                        select referral_url, reward
                        from track_settings
                        where workspace_id = :workspace
                          and program_id = :program
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new TrackSettings(row.getString("referral_url"), row.getString("reward"), reviews))
                .optional()
                .orElseGet(() -> new TrackSettings("", "", reviews));
    }

    /** @throws Problem where an address is none or the reward is too long */
    @Transactional
    public void save(Member by, ProgramId program, TrackSettings told) {
        surveys.program(by.workspace(), program);
        String reward = told.reward().replaceAll("\\p{Cntrl}+", " ").strip();
        if (reward.length() > LONGEST_REWARD) {
            throw Problem.invalid("reward", "problem.track.reward", LONGEST_REWARD);
        }
        jdbc.sql("""
                        insert into track_settings (workspace_id, program_id, referral_url, reward, updated_at)
                        values (:workspace, :program, :url, :reward, :now)
                        on conflict (workspace_id, program_id) do update
                        set referral_url = excluded.referral_url, reward = excluded.reward, updated_at = excluded.updated_at
                        where track_settings.workspace_id = :workspace
                        """)
                .param("workspace", by.workspace().value())
                .param("program", program.value())
                .param("url", told.referralUrl().isBlank() ? "" : WebLink.checked("referralUrl", told.referralUrl()))
                .param("reward", reward)
                .param("now", Rows.time(clock.instant()))
                .update();
        places.save(by, program, told.reviewPlaces());
        audit.record(by, "tracks.changed", program.value());
    }
}
