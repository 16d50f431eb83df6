package org.upturn.server.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.Closure;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.cases.Outcome;
import org.upturn.server.cases.undo.FollowUpUndo;
import org.upturn.server.workspaces.Member;

/** Working on a case, for programs: follow-ups, closing and reopening. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class LoopApi {
    private final Cases cases;
    private final FollowUpUndo undo;

    LoopApi(Cases cases, FollowUpUndo undo) {
        this.cases = cases;
        this.undo = undo;
    }

    record FollowUpItem(UUID id, String kind, String words, String by, Instant at) {
        static FollowUpItem of(FollowUp one) {
            return new FollowUpItem(one.id(), one.kind().word(), one.words(), one.by(), one.at());
        }
    }

    /** @param missing what still has to be logged before the case can close as resolved */
    record FollowUps(List<FollowUpItem> items, List<String> missing) {}

    record ClosureItem(
            String outcome,
            String reason,
            @Nullable String by,
            Instant at,
            @Nullable String reopenedBy,
            @Nullable Instant reopenedAt) {
        static ClosureItem of(Closure one) {
            return new ClosureItem(
                    one.outcome().word(), one.reason(), one.by(), one.at(), one.reopenedBy(), one.reopenedAt());
        }
    }

    record Closures(List<ClosureItem> items) {}

    record NewFollowUp(@Nullable String kind, @Nullable String words) {}

    record NewClosure(@Nullable String outcome, @Nullable String reason) {}

    @GetMapping("/follow-ups")
    FollowUps followUps(Member member, @PathVariable UUID id) {
        CaseId known = cases.find(member.workspace(), new CaseId(id)).id();
        return new FollowUps(
                cases.followUps(member.workspace(), known).stream()
                        .map(FollowUpItem::of)
                        .toList(),
                cases.missing(member.workspace(), known).stream()
                        .map(FollowUp.Kind::word)
                        .toList());
    }

    @PostMapping("/follow-ups")
    @ResponseStatus(HttpStatus.CREATED)
    FollowUpItem logFollowUp(Member member, @PathVariable UUID id, @RequestBody NewFollowUp told) {
        var kind = FollowUp.Kind.of(told.kind() == null ? "" : told.kind());
        UUID logged = cases.logFollowUp(member, new CaseId(id), kind, told.words() == null ? "" : told.words());
        return cases.followUps(member.workspace(), new CaseId(id)).stream()
                .filter(one -> one.id().equals(logged))
                .map(FollowUpItem::of)
                .findFirst()
                .orElseThrow();
    }

    @DeleteMapping("/follow-ups/{followUp}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Member member, @PathVariable UUID id, @PathVariable UUID followUp) {
        undo.takeBack(member, new CaseId(id), followUp);
    }

    @GetMapping("/closures")
    Closures closures(Member member, @PathVariable UUID id) {
        CaseId known = cases.find(member.workspace(), new CaseId(id)).id();
        return new Closures(cases.closures(member.workspace(), known).stream()
                .map(ClosureItem::of)
                .toList());
    }

    @PostMapping("/closure")
    CaseItem close(Member member, @PathVariable UUID id, @RequestBody NewClosure told) {
        var outcome = Outcome.of(told.outcome() == null ? "" : told.outcome());
        return CaseItem.of(cases.close(member, new CaseId(id), outcome, told.reason()));
    }

    @DeleteMapping("/closure")
    CaseItem reopen(Member member, @PathVariable UUID id) {
        return CaseItem.of(cases.reopen(member, new CaseId(id)));
    }
}
