package org.upturn.server.surveys.web;

import gg.jte.models.runtime.JteModel;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** Opens waves and changes them; what was typed stays when it has to be mended. */
@Controller
class WaveForms {
    private final Surveys surveys;
    private final Workspaces workspaces;
    private final Templates templates;

    WaveForms(Surveys surveys, Workspaces workspaces, Templates templates) {
        this.surveys = surveys;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    @PostMapping("/programs/{program}/waves")
    Object open(Page page, Member member, @PathVariable UUID program, WaveForm form) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        try {
            Wave wave = surveys.open(member, known.id(), form.told(zone(member)));
            return Redirect.to("/waves/" + wave.id().value());
        } catch (Problem problem) {
            return refused(problem, templates.surveysNewWave(page, known, form, problem));
        }
    }

    @GetMapping("/waves/{id}/settings")
    JteModel settings(Page page, Member member, @PathVariable UUID id) {
        Wave wave = surveys.wave(member.workspace(), new WaveId(id));
        return templates.surveysWave(page, wave, WaveForm.of(page.texts(), wave), null);
    }

    @PostMapping("/waves/{id}/settings")
    Object change(Page page, Member member, @PathVariable UUID id, WaveForm form) {
        Wave wave = surveys.wave(member.workspace(), new WaveId(id));
        try {
            surveys.change(member, wave.id(), form.told(page.texts(), zone(member), wave));
            return Redirect.to("/waves/" + id);
        } catch (Problem problem) {
            return refused(problem, templates.surveysWave(page, wave, form, problem));
        }
    }

    @PostMapping("/waves/{id}/closure")
    ResponseEntity<Void> close(Member member, @PathVariable UUID id) {
        surveys.close(member, new WaveId(id));
        return Redirect.to("/waves/" + id);
    }

    private ZoneId zone(Member member) {
        return workspaces.find(member.workspace()).timeZone();
    }

    private static ResponseEntity<byte[]> refused(Problem problem, JteModel model) {
        return Rendered.page(HttpStatus.valueOf(problem.code().status()), model);
    }
}
