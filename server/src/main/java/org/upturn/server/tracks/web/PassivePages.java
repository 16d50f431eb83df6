package org.upturn.server.tracks.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.corrections.Corrections;
import org.upturn.server.interactions.Interaction;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.tracks.Tracks;
import org.upturn.server.tracks.passives.Passive;
import org.upturn.server.tracks.passives.PassiveFigures;
import org.upturn.server.tracks.passives.Passives;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** The passives' track of a program. */
@Controller
class PassivePages {
    /** More than anybody reads; the file has all. */
    private static final int SHOWN = 100;
    /** As many as one wave may have; no page and no file draws more. */
    static final int ALL = 100_000;

    private static final PassiveFigures NONE =
            new PassiveFigures(0, 0, 0, List.of(), 0, new PassiveFigures.Fates(0, 0, 0, 0));

    private final Tracks tracks;
    private final Passives passives;
    private final Surveys surveys;
    private final Corrections corrections;
    private final Workspaces workspaces;
    private final TrackFiles files;
    private final Templates templates;

    PassivePages(
            Tracks tracks,
            Passives passives,
            Surveys surveys,
            Corrections corrections,
            Workspaces workspaces,
            TrackFiles files,
            Templates templates) {
        this.tracks = tracks;
        this.passives = passives;
        this.surveys = surveys;
        this.corrections = corrections;
        this.workspaces = workspaces;
        this.files = files;
        this.templates = templates;
    }

    @GetMapping("/programs/{program}/passives")
    JteModel show(Page page, Member member, @PathVariable UUID program) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        List<Member> team = workspaces.members(member.workspace());
        boolean mails = corrections.mails(member.workspace());
        return templates.tracksPassives(
                page,
                tracks.newest(member.workspace(), known.id())
                        .map(shown -> new PassivesView(
                                known,
                                shown.wave(),
                                shown.before().orElse(null),
                                passives.figures(member.workspace(), shown),
                                passives.list(member.workspace(), shown.wave(), SHOWN),
                                team,
                                mails))
                        .orElseGet(() -> new PassivesView(known, null, null, NONE, List.of(), team, mails)));
    }

    /** Names who looks after somebody, logs a touchpoint, or both. */
    @PostMapping("/programs/{program}/passives/{contact}")
    ResponseEntity<Void> act(
            Member member,
            @PathVariable UUID program,
            @PathVariable UUID contact,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "note") String kind,
            @RequestParam(defaultValue = "") String words) {
        var id = new ProgramId(program);
        passives.give(
                member, id, new ContactId(contact), owner.isEmpty() ? null : new MemberId(UUID.fromString(owner)));
        if (!words.isBlank()) {
            passives.touch(member, id, new ContactId(contact), Interaction.Kind.of(kind), words);
        }
        return Redirect.to("/programs/" + program + "/passives#of-" + contact);
    }

    @GetMapping("/programs/{program}/passives.csv")
    ResponseEntity<StreamingResponseBody> file(Member member, @PathVariable UUID program) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        List<Passive> all = tracks.newest(member.workspace(), known.id())
                .map(shown -> passives.list(member.workspace(), shown.wave(), ALL))
                .orElse(List.of());
        return files.passives(member, known.id(), all);
    }
}
