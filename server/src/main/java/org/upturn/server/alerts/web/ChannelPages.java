package org.upturn.server.alerts.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.alerts.AlertChannel;
import org.upturn.server.alerts.AlertChannels;
import org.upturn.server.alerts.ChannelKind;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** Slack, Teams and webhooks of each program; for the owner. */
@Controller
class ChannelPages {
    private final AlertChannels channels;
    private final Surveys surveys;
    private final Workspaces workspaces;
    private final Templates templates;

    ChannelPages(AlertChannels channels, Surveys surveys, Workspaces workspaces, Templates templates) {
        this.channels = channels;
        this.surveys = surveys;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    @GetMapping("/settings/alerts")
    Object show(Page page, Member member, @RequestParam(required = false) @Nullable UUID program) {
        return surveys.programs(member.workspace()).isEmpty()
                ? Redirect.to("/programs/new")
                : page(page, member, program, ChannelNotice.NONE);
    }

    /** The only page that ever shows the secret of a webhook, so it is the answer to the form itself. */
    @PostMapping("/settings/alerts")
    JteModel add(
            Page page,
            Member member,
            @RequestParam UUID program,
            @RequestParam String kind,
            @RequestParam String name,
            @RequestParam String url,
            HttpServletResponse response) {
        try {
            var told = new AlertChannels.Told(ChannelKind.of(kind), name, url);
            var added = channels.add(member, new ProgramId(program), told, base());
            return page(
                    page,
                    member,
                    program,
                    new ChannelNotice(new Message("channels.alerts.added", name), null, added.secret()));
        } catch (Problem problem) {
            return refused(page, member, program, problem, response);
        }
    }

    /** The language of the workspace: what channels are told in, and each member who chose none. */
    @PostMapping("/settings/alerts/language")
    ResponseEntity<Void> speak(Member member, @RequestParam UUID program, @RequestParam String language) {
        workspaces.speak(member, PreferenceForm.language(language));
        return Redirect.to("/settings/alerts?program=" + program);
    }

    @PostMapping("/settings/alerts/{channel}/test")
    JteModel test(Page page, Member member, @PathVariable UUID channel, HttpServletResponse response) {
        AlertChannel known = channels.find(member.workspace(), channel);
        UUID program = known.program().value();
        try {
            channels.test(member, channel);
            var done = new Message("channels.alerts.tested", known.name(), known.host());
            return page(page, member, program, new ChannelNotice(done, null, null));
        } catch (Problem problem) {
            return refused(page, member, program, problem, response);
        }
    }

    @PostMapping("/settings/alerts/{channel}/removal")
    ResponseEntity<Void> remove(Member member, @PathVariable UUID channel) {
        UUID program = channels.find(member.workspace(), channel).program().value();
        channels.remove(member, channel);
        return Redirect.to("/settings/alerts?program=" + program);
    }

    private JteModel refused(Page page, Member member, UUID program, Problem problem, HttpServletResponse response) {
        if (problem.code() == Problem.Code.NOT_FOUND) {
            throw problem;
        }
        response.setStatus(problem.code().status());
        return page(page, member, program, new ChannelNotice(null, problem, null));
    }

    private JteModel page(Page page, Member member, @Nullable UUID program, ChannelNotice notice) {
        List<Program> programs = surveys.programs(member.workspace());
        String language = workspaces.find(member.workspace()).language().toLanguageTag();
        Program chosen = surveys.chosen(member.workspace(), program).orElseThrow();
        return templates.alertsChannels(
                page, programs, chosen, channels.of(member.workspace(), chosen.id()), language, notice);
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
