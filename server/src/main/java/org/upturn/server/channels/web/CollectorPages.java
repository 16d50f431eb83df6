package org.upturn.server.channels.web;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.channels.Arrivals;
import org.upturn.server.channels.Collector;
import org.upturn.server.channels.CollectorId;
import org.upturn.server.channels.CollectorKind;
import org.upturn.server.channels.CollectorSettings;
import org.upturn.server.channels.Collectors;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Open links, widgets and kiosks of a program: made, set up, closed. */
@Controller
class CollectorPages {
    private final Collectors collectors;
    private final Arrivals arrivals;
    private final Surveys surveys;
    private final Templates templates;
    private final Clock clock;

    CollectorPages(Collectors collectors, Arrivals arrivals, Surveys surveys, Templates templates, Clock clock) {
        this.collectors = collectors;
        this.arrivals = arrivals;
        this.surveys = surveys;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/programs/{program}/collectors")
    JteModel list(Page page, Member member, @PathVariable UUID program) {
        var id = new ProgramId(program);
        return templates.channelsCollectors(
                page,
                surveys.program(member.workspace(), id),
                collectors.list(member.workspace(), id),
                surveys.waves(member.workspace(), id));
    }

    @PostMapping("/programs/{program}/collectors")
    ResponseEntity<Void> make(
            Member member, @PathVariable UUID program, @RequestParam MultiValueMap<String, String> fields) {
        surveys.program(member.workspace(), new ProgramId(program));
        Collector made = collectors.make(
                member,
                new ProgramId(program),
                CollectorKind.of(fields.getFirst("kind")),
                told(fields, CollectorSettings.STANDARD));
        return Redirect.to("/collectors/" + made.id().value());
    }

    @GetMapping("/collectors/{collector}")
    JteModel show(Page page, Member member, @PathVariable UUID collector) {
        return show(page, member, new CollectorId(collector), null);
    }

    @PostMapping("/collectors/{collector}")
    ResponseEntity<Void> change(
            Member member, @PathVariable UUID collector, @RequestParam MultiValueMap<String, String> fields) {
        var id = new CollectorId(collector);
        Collector known = collectors.find(member.workspace(), id);
        collectors.change(member, id, told(fields, known.settings()));
        return Redirect.to("/collectors/" + collector);
    }

    @PostMapping("/collectors/{collector}/key")
    ResponseEntity<Void> rotate(Member member, @PathVariable UUID collector) {
        collectors.rotate(member, new CollectorId(collector));
        return Redirect.to("/collectors/" + collector);
    }

    /** Shows the secret this once. */
    @PostMapping("/collectors/{collector}/secret")
    JteModel secret(Page page, Member member, @PathVariable UUID collector) {
        var id = new CollectorId(collector);
        return show(page, member, id, collectors.newSecret(member, id));
    }

    @PostMapping("/collectors/{collector}/closure")
    ResponseEntity<Void> close(Member member, @PathVariable UUID collector) {
        collectors.close(member, new CollectorId(collector));
        return Redirect.to("/collectors/" + collector);
    }

    @PostMapping("/collectors/{collector}/reopening")
    ResponseEntity<Void> reopen(Member member, @PathVariable UUID collector) {
        collectors.reopen(member, new CollectorId(collector));
        return Redirect.to("/collectors/" + collector);
    }

    private JteModel show(Page page, Member member, CollectorId id, @Nullable String secret) {
        Collector one = collectors.find(member.workspace(), id);
        return templates.channelsCollector(
                page,
                new CollectorView(
                        one,
                        surveys.program(member.workspace(), one.program()),
                        surveys.waves(member.workspace(), one.program()),
                        asking(one),
                        ServletUriComponentsBuilder.fromCurrentContextPath()
                                .build()
                                .toUriString(),
                        secret,
                        arrivals.held(one),
                        arrivals.quietDays(member.workspace())));
    }

    private @Nullable String asking(Collector one) {
        try {
            return collectors.wave(one, clock.instant()).name();
        } catch (Problem none) {
            return null;
        }
    }

    private static Collectors.Told told(MultiValueMap<String, String> fields, CollectorSettings known) {
        String wave = fields.getFirst("wave");
        String name = fields.getFirst("name");
        return new Collectors.Told(
                name == null ? "" : name,
                wave == null || wave.isBlank() ? null : new WaveId(id(wave)),
                SettingsTold.of(fields).over(known));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException strange) {
            throw Problem.notFound("problem.unknown.wave");
        }
    }
}
