package org.upturn.server.invitations.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.TestLinks;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.MailView;
import org.upturn.server.invitations.mail.MailViews;
import org.upturn.server.invitations.outbox.Programs;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.Occasion;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/** Shows a mail before anybody gets it. Its links lead nowhere, those of a test mail to a page that records nothing. */
@Component
public class MailPreview {
    private static final String NOWHERE = "/a/preview";

    private final MailSetup setup;
    private final Programs programs;
    private final TestLinks links;
    private final Surveys surveys;
    private final Contacts contacts;
    private final Workspaces workspaces;
    private final MessageSource messages;
    private final Clock clock;

    MailPreview(
            MailSetup setup,
            Programs programs,
            TestLinks links,
            Surveys surveys,
            Contacts contacts,
            Workspaces workspaces,
            MessageSource messages,
            Clock clock) {
        this.setup = setup;
        this.programs = programs;
        this.links = links;
        this.surveys = surveys;
        this.contacts = contacts;
        this.workspaces = workspaces;
        this.messages = messages;
        this.clock = clock;
    }

    /** The invitation of the first program to this member, with links that they can press. */
    MailView sample(Member by, MailSettings settings) {
        WorkspaceId workspace = by.workspace();
        Program program = surveys.chosen(workspace, null).orElseThrow(() -> Problem.conflict("problem.mail.noProgram"));
        return views(workspace, program.id(), settings).of(madeUp(by.name()), 0, links.path(workspace, program.id()));
    }

    /** @param number 0 for the invitation, others for the reminder */
    MailView of(WorkspaceId workspace, ProgramId program, @Nullable UUID contact, int number) {
        return views(workspace, program).of(someone(workspace, contact), number, NOWHERE);
    }

    MailViews views(WorkspaceId workspace, ProgramId program) {
        MailSettings settings = setup.find(workspace)
                .orElseGet(() -> MailForms.empty(workspaces.find(workspace).name(), "", ""));
        return views(workspace, program, settings);
    }

    private MailViews views(WorkspaceId workspace, ProgramId program, MailSettings settings) {
        surveys.program(workspace, program);
        return programs.preview(workspace, program, wave(workspace, program), settings);
    }

    /** The latest wave of a program, else one made up. */
    public Wave wave(WorkspaceId workspace, ProgramId program) {
        List<Wave> waves = surveys.waves(workspace, program);
        return waves.isEmpty() ? someWave(program) : waves.getLast();
    }

    private Wave someWave(ProgramId program) {
        Instant now = clock.instant();
        return new Wave(
                WaveId.next(),
                program,
                UUID.randomUUID(),
                "1",
                now,
                now.plus(Duration.ofDays(14)),
                Occasion.NONE,
                false);
    }

    /** The contact asked for, else the latest, else somebody made up. */
    public Contact someone(WorkspaceId workspace, @Nullable UUID asked) {
        if (asked != null) {
            return contacts.find(workspace, new ContactId(asked));
        }
        return contacts.list(workspace, (String) null, null, 1).items().stream()
                .findFirst()
                .orElseGet(() -> madeUp(messages.getMessage("mail.someone", null, Locale.ENGLISH)));
    }

    private Contact madeUp(String name) {
        return new Contact(
                ContactId.next(),
                name,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                clock.instant(),
                1,
                false);
    }
}
