package org.upturn.server.tracks.web;

import gg.jte.models.runtime.JteModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.corrections.Corrections;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.tracks.greetings.Greeting;
import org.upturn.server.tracks.greetings.Greetings;
import org.upturn.server.tracks.greetings.Milestone;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** The greetings of a program, with whose day comes next. */
@Controller
@RequestMapping("/programs/{program}/greetings")
class GreetingPages {
    private final Greetings greetings;
    private final Surveys surveys;
    private final Corrections corrections;
    private final Templates templates;

    GreetingPages(Greetings greetings, Surveys surveys, Corrections corrections, Templates templates) {
        this.greetings = greetings;
        this.surveys = surveys;
        this.corrections = corrections;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(Page page, Member member, @PathVariable UUID program) {
        return page(page, member, program, null);
    }

    /** @param sent by milestone: {@code on.birthday}, {@code subject.birthday} and so on */
    @PostMapping
    Object save(Page page, Member member, @PathVariable UUID program, @RequestParam Map<String, String> sent) {
        try {
            greetings.save(
                    member,
                    new ProgramId(program),
                    Arrays.stream(Milestone.values())
                            .filter(one -> sent.containsKey("on." + one.word()))
                            .map(one -> told(one, sent))
                            .toList());
            return Redirect.to("/programs/" + program + "/greetings");
        } catch (Problem problem) {
            if (problem.code() == Problem.Code.NOT_FOUND) {
                throw problem;
            }
            return page(page, member, program, problem);
        }
    }

    private static Greeting told(Milestone one, Map<String, String> sent) {
        return new Greeting(
                one,
                sent.getOrDefault("attribute", ""),
                sent.getOrDefault("subject." + one.word(), ""),
                sent.getOrDefault("greeting." + one.word(), ""),
                sent.getOrDefault("body." + one.word(), ""));
    }

    private JteModel page(Page page, Member member, UUID id, @Nullable Problem problem) {
        Program program = surveys.program(member.workspace(), new ProgramId(id));
        List<Greeting> on = greetings.ofProgram(member.workspace(), program.id());
        List<GreetingRow> rows = Arrays.stream(Milestone.values())
                .map(one -> row(member, program, on, one))
                .toList();
        return templates.tracksGreetings(page, program, rows, corrections.mails(member.workspace()), problem);
    }

    private GreetingRow row(Member member, Program program, List<Greeting> on, Milestone milestone) {
        Greeting known = on.stream()
                .filter(one -> one.milestone() == milestone)
                .findFirst()
                .orElse(null);
        Greeting shown = Objects.requireNonNullElseGet(
                known, () -> new Greeting(milestone, milestone == Milestone.BIRTHDAY ? "birthday" : "", "", "", ""));
        var coming = greetings.coming(member.workspace(), program.id(), shown);
        return new GreetingRow(
                shown,
                known != null,
                coming,
                greetings.greeted(member.workspace(), program.id(), milestone),
                coming.isEmpty()
                        ? null
                        : greetings.preview(
                                member.workspace(), shown, coming.getFirst().contact()));
    }
}
