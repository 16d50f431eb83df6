package org.upturn.server.tracks.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Wave;
import org.upturn.server.tracks.passives.Passive;
import org.upturn.server.tracks.passives.PassiveFigures;
import org.upturn.server.workspaces.Member;

/**
 * The passives of a program's newest wave.
 *
 * @param wave null before the first has opened
 * @param rows as many as a page shows, those at risk first
 * @param mails whether mails can be sent at all
 */
public record PassivesView(
        Program program,
        @Nullable Wave wave,
        @Nullable Wave before,
        PassiveFigures figures,
        List<Passive> rows,
        List<Member> team,
        boolean mails) {
    public PassivesView {
        rows = List.copyOf(rows);
        team = List.copyOf(team);
    }

    /** How many are not on the page. */
    public long more() {
        return figures.passives() - rows.size();
    }
}
