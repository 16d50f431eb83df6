package org.upturn.server.alerts;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.upturn.server.alerts.messages.AlertWords;
import org.upturn.server.alerts.preferences.Preference;
import org.upturn.server.alerts.preferences.Preferences;
import org.upturn.server.kernel.Texts;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspace;
import org.upturn.server.workspaces.Workspaces;

/** Whoever hears of something hears of it in their own language and time zone; a team in the workspace's. */
@Component
class AlertLanguages {
    private final MessageSource messages;
    private final Preferences preferences;
    private final Workspaces workspaces;
    private final Clock clock;

    AlertLanguages(MessageSource messages, Preferences preferences, Workspaces workspaces, Clock clock) {
        this.messages = messages;
        this.preferences = preferences;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** What one member reads. */
    AlertWords of(WorkspaceId workspace, MemberId member) {
        Preference theirs = preferences.of(workspace, member);
        return words(theirs.language(), theirs.zone());
    }

    /** What everybody in a channel reads. */
    AlertWords ofTeam(WorkspaceId workspace) {
        Workspace team = workspaces.find(workspace);
        return words(team.language(), team.timeZone());
    }

    private AlertWords words(Locale language, ZoneId zone) {
        return new AlertWords(new Texts(messages, language, zone, clock));
    }
}
