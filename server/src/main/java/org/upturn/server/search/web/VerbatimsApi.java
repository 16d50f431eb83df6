package org.upturn.server.search.web;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import org.upturn.server.kernel.Slice;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.search.Hit;
import org.upturn.server.search.Hits;
import org.upturn.server.search.Mark;
import org.upturn.server.search.Search;
import org.upturn.server.search.Searches;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.ThemeFound;
import org.upturn.server.verbatims.VerbatimReading;
import org.upturn.server.workspaces.Member;

/** Finds verbatims for programs. */
@RestController
@RequestMapping("/api/v1")
class VerbatimsApi {
    private final Searches searches;
    private final Surveys surveys;

    VerbatimsApi(Searches searches, Surveys surveys) {
        this.searches = searches;
        this.surveys = surveys;
    }

    record FoundTheme(String theme, String name, double probability, int start, int end, String evidence) {
        static FoundTheme of(ThemeFound one, String verbatim) {
            return new FoundTheme(
                    one.theme(), one.name(), one.probability(), one.start(), one.end(), one.evidence(verbatim));
        }
    }

    record FoundReading(List<FoundTheme> themes, double sentiment, String language, boolean silent) {
        static FoundReading of(VerbatimReading read, String verbatim) {
            return new FoundReading(
                    read.themes().stream()
                            .map(one -> FoundTheme.of(one, verbatim))
                            .toList(),
                    read.sentiment(),
                    read.language(),
                    read.silent());
        }
    }

    /** A verbatim found; {@code start} and {@code end} of a mark are UTF-16 indexes into it. */
    record FoundVerbatim(
            UUID response,
            UUID contact,
            UUID wave,
            @JsonProperty("case") @Nullable UUID item,
            int score,
            String group,
            String verbatim,
            Instant answeredAt,
            List<Mark> marks,
            @Nullable Double likeness,
            @Nullable FoundReading reading) {
        static FoundVerbatim of(Hit hit) {
            var response = hit.response();
            return new FoundVerbatim(
                    response.id().value(),
                    response.contact().value(),
                    response.wave().value(),
                    hit.item(),
                    response.score().value(),
                    response.score().group().word(),
                    response.verbatim(),
                    response.answeredAt(),
                    hit.marks(),
                    hit.likeness(),
                    hit.reading() == null ? null : FoundReading.of(hit.reading(), response.verbatim()));
        }
    }

    /** A page of what was found; {@code hits} counts all of it, unless there are more. */
    record Found(
            long hits,
            boolean moreHits,
            List<FoundVerbatim> items,
            @Nullable UUID next) {}

    @GetMapping("/programs/{program}/verbatims")
    Found find(
            Member member,
            @PathVariable UUID program,
            @RequestParam Map<String, String> told,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        Hits hits = searches.find(member.workspace(), known.id(), Search.of(told), after, Slice.limit(limit));
        Slice<FoundVerbatim> slice = hits.slice().map(FoundVerbatim::of);
        return new Found(hits.counted(), hits.isMore(), slice.items(), slice.next());
    }

    @GetMapping("/responses/{id}/similar")
    Slice<FoundVerbatim> alike(Member member, @PathVariable UUID id) {
        return new Slice<>(searches.alike(member.workspace(), new ResponseId(id)), null).map(FoundVerbatim::of);
    }
}
