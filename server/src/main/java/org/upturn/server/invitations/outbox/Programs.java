package org.upturn.server.invitations.outbox;

import org.springframework.stereotype.Component;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailTexts;
import org.upturn.server.invitations.mail.MailViews;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Workspaces;

/** Gathers what all mails of a wave say. */
@Component
public class Programs {
    private final Surveys surveys;
    private final Workspaces workspaces;
    private final MailTexts texts;

    Programs(Surveys surveys, Workspaces workspaces, MailTexts texts) {
        this.surveys = surveys;
        this.workspaces = workspaces;
        this.texts = texts;
    }

    MailViews views(WorkspaceId workspace, WaveId id, MailSettings settings) {
        Wave wave = surveys.wave(workspace, id);
        return new MailViews(
                settings,
                workspaces.find(workspace),
                surveys.program(workspace, wave.program()).name(),
                wave,
                surveys.survey(workspace, wave.survey()),
                texts.of(workspace, wave.program()));
    }

    /** How mails of a program would look in a wave. */
    public MailViews preview(WorkspaceId workspace, ProgramId program, Wave wave, MailSettings settings) {
        return new MailViews(
                settings,
                workspaces.find(workspace),
                surveys.program(workspace, program).name(),
                wave,
                surveys.latestSurvey(workspace, program),
                texts.of(workspace, program));
    }
}
