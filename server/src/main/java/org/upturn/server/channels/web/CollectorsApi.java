package org.upturn.server.channels.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
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

/** Open links, widgets and kiosks, for programs; and by which channels a wave was answered. */
@RestController
@RequestMapping("/api/v1")
class CollectorsApi {
    private final Collectors collectors;
    private final Arrivals arrivals;
    private final Surveys surveys;

    CollectorsApi(Collectors collectors, Arrivals arrivals, Surveys surveys) {
        this.collectors = collectors;
        this.arrivals = arrivals;
        this.surveys = surveys;
    }

    /** @param held how often a widget was not shown to whom the site has signed, by the reason */
    record CollectorItem(
            UUID id,
            UUID program,
            @Nullable UUID wave,
            String kind,
            String name,
            String path,
            CollectorSettings settings,
            boolean signs,
            Instant createdAt,
            @Nullable Instant closedAt,
            Map<String, Long> held) {}

    private CollectorItem item(Collector one) {
        return new CollectorItem(
                one.id().value(),
                one.program().value(),
                one.wave() == null ? null : one.wave().value(),
                one.kind().word(),
                one.name(),
                one.path(),
                one.settings(),
                one.signs(),
                one.createdAt(),
                one.closedAt(),
                arrivals.held(one).entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                entry -> entry.getKey().word(), Map.Entry::getValue)));
    }

    record CollectorList(List<CollectorItem> items) {}

    record NewCollector(
            @Nullable String kind,
            @Nullable String name,
            @Nullable UUID wave,
            @Nullable SettingsTold settings) {
        Collectors.Told told(CollectorSettings known) {
            return new Collectors.Told(
                    name == null ? "" : name,
                    wave == null ? null : new WaveId(wave),
                    (settings == null ? SettingsTold.NOTHING : settings).over(known));
        }
    }

    record NewSecret(String secret) {}

    record ChannelCount(String channel, long answers) {}

    record ChannelCounts(List<ChannelCount> items) {}

    @GetMapping("/programs/{program}/collectors")
    CollectorList list(Member member, @PathVariable UUID program) {
        return new CollectorList(collectors.list(member.workspace(), new ProgramId(program)).stream()
                .map(this::item)
                .toList());
    }

    @PostMapping("/programs/{program}/collectors")
    @ResponseStatus(HttpStatus.CREATED)
    CollectorItem make(Member member, @PathVariable UUID program, @RequestBody NewCollector told) {
        surveys.program(member.workspace(), new ProgramId(program));
        return item(collectors.make(
                member, new ProgramId(program), CollectorKind.of(told.kind()), told.told(CollectorSettings.STANDARD)));
    }

    @GetMapping("/collectors/{collector}")
    CollectorItem find(Member member, @PathVariable UUID collector) {
        return item(collectors.find(member.workspace(), new CollectorId(collector)));
    }

    @PutMapping("/collectors/{collector}")
    CollectorItem change(Member member, @PathVariable UUID collector, @RequestBody NewCollector told) {
        var id = new CollectorId(collector);
        Collector known = collectors.find(member.workspace(), id);
        if (told.kind() != null && CollectorKind.of(told.kind()) != known.kind()) {
            throw Problem.invalid("kind", "problem.collector.kindStays");
        }
        return item(collectors.change(member, id, told.told(known.settings())));
    }

    @PostMapping("/collectors/{collector}/key")
    CollectorItem rotate(Member member, @PathVariable UUID collector) {
        return item(collectors.rotate(member, new CollectorId(collector)));
    }

    @PostMapping("/collectors/{collector}/secret")
    @ResponseStatus(HttpStatus.CREATED)
    NewSecret secret(Member member, @PathVariable UUID collector) {
        return new NewSecret(collectors.newSecret(member, new CollectorId(collector)));
    }

    @PutMapping("/collectors/{collector}/closure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Member member, @PathVariable UUID collector) {
        collectors.close(member, new CollectorId(collector));
    }

    @DeleteMapping("/collectors/{collector}/closure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(Member member, @PathVariable UUID collector) {
        collectors.reopen(member, new CollectorId(collector));
    }

    @GetMapping("/programs/{program}/waves/{wave}/channels")
    ChannelCounts channels(Member member, @PathVariable UUID program, @PathVariable UUID wave) {
        if (!surveys.wave(member.workspace(), new WaveId(wave))
                .program()
                .value()
                .equals(program)) {
            throw Problem.notFound("problem.unknown.wave");
        }
        return new ChannelCounts(collectors.counts(member.workspace(), new WaveId(wave)).entrySet().stream()
                .map(one -> new ChannelCount(one.getKey().word(), one.getValue()))
                .toList());
    }
}
