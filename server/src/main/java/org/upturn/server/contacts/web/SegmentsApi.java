package org.upturn.server.contacts.web;

import java.util.List;
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
import org.upturn.server.contacts.segments.Condition;
import org.upturn.server.contacts.segments.Rule;
import org.upturn.server.contacts.segments.Segment;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;

/** Segments by rule for programs. Their people: {@code GET /contacts?segment=…}. */
@RestController
@RequestMapping("/api/v1/segments")
class SegmentsApi {
    private final Segments segments;

    SegmentsApi(Segments segments) {
        this.segments = segments;
    }

    record ConditionItem(
            @Nullable String field,
            @Nullable String is,
            @Nullable String value) {}

    record SegmentItem(UUID id, String name, String match, List<ConditionItem> conditions, long people) {}

    record SegmentList(List<SegmentItem> items) {}

    /** @param match {@code all} of the conditions or {@code any} of them; all when left out */
    record NewSegment(
            @Nullable String name,
            @Nullable String match,
            @Nullable List<ConditionItem> conditions) {
        Rule rule() {
            if (match != null && !match.equals("all") && !match.equals("any")) {
                throw Problem.invalid("match", "problem.segment.match");
            }
            return new Rule(
                    "any".equals(match),
                    (conditions == null ? List.<ConditionItem>of() : conditions)
                            .stream()
                                    .map(one -> new Condition(
                                            String.valueOf(one.field()),
                                            Condition.Is.of(String.valueOf(one.is())),
                                            one.value() == null ? "" : one.value()))
                                    .toList());
        }
    }

    @GetMapping
    SegmentList list(Member member) {
        return new SegmentList(segments.list(member.workspace()).stream()
                .map(one -> item(member, one))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SegmentItem add(Member member, @RequestBody NewSegment told) {
        return item(member, segments.add(member, told.name(), told.rule()));
    }

    @GetMapping("/{id}")
    SegmentItem find(Member member, @PathVariable UUID id) {
        return item(member, segments.find(member.workspace(), id));
    }

    @PutMapping("/{id}")
    SegmentItem change(Member member, @PathVariable UUID id, @RequestBody NewSegment told) {
        segments.find(member.workspace(), id);
        return item(member, segments.change(member, id, told.name(), told.rule()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Member member, @PathVariable UUID id) {
        segments.remove(member, id);
    }

    private SegmentItem item(Member member, Segment segment) {
        return new SegmentItem(
                segment.id(),
                segment.name(),
                segment.rule().any() ? "any" : "all",
                segment.rule().conditions().stream()
                        .map(one -> new ConditionItem(one.field(), one.is().word(), one.value()))
                        .toList(),
                segments.count(member.workspace(), segment.rule()));
    }
}
