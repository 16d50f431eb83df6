package org.upturn.server.tracks.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.tracks.greetings.Greeting;
import org.upturn.server.tracks.greetings.Greetings;
import org.upturn.server.tracks.greetings.Milestone;
import org.upturn.server.workspaces.Member;

/** Greetings, for programs. */
@RestController
@RequestMapping("/api/v1/programs/{program}/greetings")
class GreetingsApi {
    private final Greetings greetings;
    private final Surveys surveys;

    GreetingsApi(Greetings greetings, Surveys surveys) {
        this.greetings = greetings;
        this.surveys = surveys;
    }

    record Items(List<Greeting> items) {}

    record Told(
            @Nullable String milestone,
            @Nullable String attribute,
            @Nullable String subject,
            @Nullable String greeting,
            @Nullable String body) {
        Greeting greets() {
            return new Greeting(
                    Milestone.of(text(milestone)), text(attribute), text(subject), text(greeting), text(body));
        }

        private static String text(@Nullable String told) {
            return told == null ? "" : told;
        }
    }

    record NewItems(@Nullable List<Told> items) {}

    @GetMapping
    Items list(Member member, @PathVariable UUID program) {
        return new Items(greetings.ofProgram(member.workspace(), new ProgramId(program)));
    }

    /** These and no others. */
    @PutMapping
    Items save(Member member, @PathVariable UUID program, @RequestBody NewItems told) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        List<Told> items = told.items() == null ? List.of() : told.items();
        greetings.save(member, known.id(), items.stream().map(Told::greets).toList());
        return list(member, program);
    }
}
