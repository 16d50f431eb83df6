package org.upturn.server.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.cases.Outcome;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** Cases for programs: everything the record page can do. */
@RestController
@RequestMapping("/api/v1/cases")
class CasesApi {
    private final Cases cases;

    CasesApi(Cases cases) {
        this.cases = cases;
    }

    record CaseItem(
            UUID id,
            UUID response,
            UUID contact,
            UUID program,
            UUID wave,
            int score,
            @Nullable Integer previousScore,
            String subtype,
            boolean fellFromPeak,
            boolean silent,
            @Nullable UUID owner,
            @Nullable String ownerName,
            String status,
            @Nullable String outcome,
            Instant openedAt,
            Instant assignDueAt,
            Instant contactDueAt,
            @Nullable Instant assignedAt,
            @Nullable Instant contactedAt,
            @Nullable Instant closedAt) {
        static CaseItem of(Case one) {
            return new CaseItem(
                    one.id().value(),
                    one.response().value(),
                    one.contact().value(),
                    one.program().value(),
                    one.wave().value(),
                    one.score().value(),
                    one.previousScore() == null ? null : one.previousScore().value(),
                    one.subtype().word(),
                    one.fellFromPeak(),
                    one.silent(),
                    one.owner() == null ? null : one.owner().value(),
                    one.ownerName(),
                    one.status(),
                    one.outcome() == null ? null : one.outcome().word(),
                    one.openedAt(),
                    one.clocks().assignBy(),
                    one.clocks().contactBy(),
                    one.assignedAt(),
                    one.contactedAt(),
                    one.closedAt());
        }
    }

    record FollowUpItem(UUID id, String kind, String words, String by, Instant at) {
        static FollowUpItem of(FollowUp one) {
            return new FollowUpItem(one.id(), one.kind().word(), one.words(), one.by(), one.at());
        }
    }

    record FollowUps(List<FollowUpItem> items) {}

    record NewAssignment(@Nullable UUID owner) {}

    record NewFollowUp(@Nullable String kind, @Nullable String words) {}

    record NewClosure(@Nullable String outcome, @Nullable String reason) {}

    record Created(UUID id) {}

    /** @param status {@code open} (also those contacted), {@code closed} or, when left out, all */
    @GetMapping
    Slice<CaseItem> list(
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(required = false) @Nullable UUID wave,
            @RequestParam(required = false) @Nullable String subtype,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter = new Cases.Filter(
                program == null ? null : new ProgramId(program),
                wave == null ? null : new WaveId(wave),
                subtype == null ? null : subtype(subtype),
                null,
                status == null ? Cases.Filter.Status.ALL : status(status));
        return cases.list(member.workspace(), filter, after, Slice.limit(limit)).map(CaseItem::of);
    }

    @GetMapping("/{id}")
    CaseItem find(Member member, @PathVariable UUID id) {
        return CaseItem.of(cases.find(member.workspace(), new CaseId(id)));
    }

    @PostMapping("/{id}/assignment")
    CaseItem assign(Member member, @PathVariable UUID id, @RequestBody NewAssignment told) {
        if (told.owner() == null) {
            throw Problem.invalid("owner", "Name the member who becomes the owner.");
        }
        return CaseItem.of(cases.assign(member, new CaseId(id), new MemberId(told.owner())));
    }

    @GetMapping("/{id}/follow-ups")
    FollowUps followUps(Member member, @PathVariable UUID id) {
        Case known = cases.find(member.workspace(), new CaseId(id));
        return new FollowUps(cases.followUps(member.workspace(), known.id()).stream()
                .map(FollowUpItem::of)
                .toList());
    }

    @PostMapping("/{id}/follow-ups")
    @ResponseStatus(HttpStatus.CREATED)
    Created logFollowUp(Member member, @PathVariable UUID id, @RequestBody NewFollowUp told) {
        var kind = FollowUp.Kind.of(told.kind() == null ? "" : told.kind());
        return new Created(cases.logFollowUp(member, new CaseId(id), kind, told.words() == null ? "" : told.words()));
    }

    @PostMapping("/{id}/closure")
    CaseItem close(Member member, @PathVariable UUID id, @RequestBody NewClosure told) {
        var outcome = Outcome.of(told.outcome() == null ? "" : told.outcome());
        return CaseItem.of(cases.close(member, new CaseId(id), outcome, told.reason()));
    }

    @DeleteMapping("/{id}/closure")
    CaseItem reopen(Member member, @PathVariable UUID id) {
        return CaseItem.of(cases.reopen(member, new CaseId(id)));
    }

    static Subtype subtype(String word) {
        try {
            return Subtype.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("subtype", "A subtype is one of new, converted, chronic.");
        }
    }

    static Cases.Filter.Status status(String word) {
        try {
            return Cases.Filter.Status.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("status", "A status to list by is one of open, closed, all.");
        }
    }
}
