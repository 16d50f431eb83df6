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
import org.upturn.server.responses.AnswerVersion;
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
            UUID survey,
            String language,
            String channel,
            Map<String, List<String>> answers,
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
                    one.survey(),
                    one.language(),
                    one.channelWord(),
                    one.answers(),
                    one.segments(),
                    reading == null ? null : ReadingItem.of(reading, one.verbatim()));
        }
    }

    record Version(
            int version,
            int score,
            String verbatim,
            UUID survey,
            String language,
            Map<String, List<String>> answers,
            boolean sent,
            Instant answeredAt) {
        static Version of(AnswerVersion one) {
            return new Version(
                    one.version(),
                    one.score().value(),
                    one.verbatim(),
                    one.survey(),
                    one.language(),
                    one.answers(),
                    one.sent(),
                    one.answeredAt());
        }
    }

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
                .map(Version::of)
                .toList());
    }
}
