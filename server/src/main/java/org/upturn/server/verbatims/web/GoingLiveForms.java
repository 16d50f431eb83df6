package org.upturn.server.verbatims.web;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.history.GoingLive;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Redirect;

/** Makes a draft live, step by step. */
@Controller
@RequestMapping("/programs/{program}/codebook/activation")
class GoingLiveForms {
    private final GoingLive goingLive;
    private final Surveys surveys;

    GoingLiveForms(GoingLive goingLive, Surveys surveys) {
        this.goingLive = goingLive;
        this.surveys = surveys;
    }

    @PostMapping
    ResponseEntity<Void> begin(
            Member member,
            @PathVariable UUID program,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String note) {
        goingLive.begin(member, known(member, program), revision, note);
        return shown(program);
    }

    @PostMapping("/pause")
    ResponseEntity<Void> pause(Member member, @PathVariable UUID program) {
        goingLive.pause(member, known(member, program));
        return shown(program);
    }

    @PostMapping("/resumption")
    ResponseEntity<Void> resume(Member member, @PathVariable UUID program) {
        goingLive.resume(member, known(member, program));
        return shown(program);
    }

    @PostMapping("/withdrawal")
    ResponseEntity<Void> takeBack(Member member, @PathVariable UUID program) {
        goingLive.takeBack(member, known(member, program));
        return Redirect.to("/codebook/draft?program=" + program);
    }

    private ProgramId known(Member member, UUID program) {
        return surveys.program(member.workspace(), new ProgramId(program)).id();
    }

    private static ResponseEntity<Void> shown(UUID program) {
        return Redirect.to("/codebook?program=" + program);
    }
}
