package org.upturn.server.verbatims.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Slice;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.verbatims.VerbatimReading;
import org.upturn.server.workspaces.Member;

/** Responses with what was read from them, for programs. */
@RestController
@RequestMapping("/api/v1")
class ResponsesApi {
    private final Responses responses;
    private final Readings readings;

    ResponsesApi(Responses responses, Readings readings) {
        this.responses = responses;
        this.readings = readings;
    }

    /** A theme found: {@code start} and {@code end} are UTF-16 indexes into the verbatim. */
    record ThemeItem(
            String theme, String name, @Nullable String gap, double probability, int start, int end, String evidence) {}

    record ReadingItem(
            List<ThemeItem> themes,
            double sentiment,
            @Nullable Integer suggestedScore,
            String language,
            boolean silent,
            String engine,
            int codebookVersion) {
        static ReadingItem of(VerbatimReading reading, String verbatim) {
            var themes = reading.themes().stream()
                    .map(one -> new ThemeItem(
                            one.theme(),
                            one.name(),
                            one.gap(),
                            one.probability(),
                            one.start(),
                            one.end(),
                            one.evidence(verbatim)))
                    .toList();
            return new ReadingItem(
                    themes,
                    reading.sentiment(),
                    reading.suggestedScore(),
                    reading.language(),
                    reading.silent(),
                    reading.engine(),
                    reading.codebookVersion());
        }
    }

    record ResponseItem(
            UUID id,
            UUID program,
            UUID wave,
            UUID contact,
            int score,
            String group,
            String verbatim,
            int version,
            Instant answeredAt,
            Instant changedAt,
            Map<String, String> segments,
            @Nullable ReadingItem reading) {
        static ResponseItem of(Response one, @Nullable VerbatimReading reading) {
            return new ResponseItem(
                    one.id().value(),
                    one.program().value(),
                    one.wave().value(),
                    one.contact().value(),
                    one.score().value(),
                    one.score().group().word(),
                    one.verbatim(),
                    one.version(),
                    one.answeredAt(),
                    one.changedAt(),
                    one.segments(),
                    reading == null ? null : ReadingItem.of(reading, one.verbatim()));
        }
    }

    record Version(int version, int score, String verbatim, Instant answeredAt) {}

    record Versions(List<Version> items) {}

    @GetMapping("/responses")
    Slice<ResponseItem> list(
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(required = false) @Nullable UUID wave,
            @RequestParam(required = false) @Nullable UUID contact,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter = new Responses.Filter(
                program == null ? null : new ProgramId(program),
                wave == null ? null : new WaveId(wave),
                contact == null ? null : new ContactId(contact));
        Slice<Response> slice = responses.list(member.workspace(), filter, after, Slice.limit(limit));
        var read = readings.findAll(
                member.workspace(), slice.items().stream().map(Response::id).toList());
        return slice.map(one -> ResponseItem.of(one, read.get(one.id())));
    }

    @GetMapping("/responses/{id}")
    ResponseItem find(Member member, @PathVariable UUID id) {
        Response response = responses.find(member.workspace(), new ResponseId(id));
        return ResponseItem.of(
                response, readings.find(member.workspace(), response.id()).orElse(null));
    }

    @GetMapping("/responses/{id}/versions")
    Versions versions(Member member, @PathVariable UUID id) {
        Response response = responses.find(member.workspace(), new ResponseId(id));
        return new Versions(responses.versions(member.workspace(), response.id()).stream()
                .map(one -> new Version(one.version(), one.score().value(), one.verbatim(), one.answeredAt()))
                .toList());
    }
}
