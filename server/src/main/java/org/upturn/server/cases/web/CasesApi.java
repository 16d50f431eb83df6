package org.upturn.server.cases.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** Cases for programs: find them and name their owner. */
@RestController
@RequestMapping("/api/v1/cases")
class CasesApi {
    private final Cases cases;
    private final Assignments assignments;

    CasesApi(Cases cases, Assignments assignments) {
        this.cases = cases;
        this.assignments = assignments;
    }

    record NewAssignment(@Nullable UUID owner) {}

    /** @param status {@code open} (also those contacted), {@code closed} or, when left out, all */
    @GetMapping
    Slice<CaseItem> list(
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(required = false) @Nullable UUID wave,
            @RequestParam(required = false) @Nullable String subtype,
            @RequestParam(required = false) @Nullable UUID owner,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String attention,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter = new Cases.Filter(
                program == null ? null : new ProgramId(program),
                wave == null ? null : new WaveId(wave),
                subtype == null ? null : subtype(subtype),
                owner == null ? null : new MemberId(owner),
                status == null ? Cases.Filter.Status.ALL : status(status),
                attention == null ? null : Cases.Filter.Attention.of(attention));
        return cases.list(member.workspace(), filter, order(order), after, Slice.limit(limit))
                .map(CaseItem::of);
    }

    @GetMapping("/{id}")
    CaseItem find(Member member, @PathVariable UUID id) {
        return CaseItem.of(cases.find(member.workspace(), new CaseId(id)));
    }

    @PostMapping("/{id}/assignment")
    CaseItem assign(Member member, @PathVariable UUID id, @RequestBody NewAssignment told) {
        if (told.owner() == null) {
            throw Problem.invalid("owner", "problem.case.newOwner");
        }
        return CaseItem.of(cases.assign(member, new CaseId(id), new MemberId(told.owner())));
    }

    /** @param cases at most 500; those that are closed stay as they are */
    record BulkAssignment(
            @Nullable List<UUID> cases, @Nullable UUID owner) {}

    /** @param before whose it was; null for nobody's */
    record Reassigned(UUID id, @Nullable UUID before) {}

    record BulkAssigned(List<Reassigned> items) {}

    @PostMapping("/assignments")
    BulkAssigned assignAll(Member member, @RequestBody BulkAssignment told) {
        if (told.owner() == null) {
            throw Problem.invalid("owner", "problem.case.newOwner");
        }
        List<CaseId> ids = told.cases() == null
                ? List.of()
                : told.cases().stream()
                        .filter(Objects::nonNull)
                        .map(CaseId::new)
                        .distinct()
                        .toList();
        return new BulkAssigned(assignments.assign(member, ids, new MemberId(told.owner())).entrySet().stream()
                .map(one -> new Reassigned(
                        one.getKey().value(),
                        one.getValue() == null ? null : one.getValue().value()))
                .toList());
    }

    private static Cases.Order order(@Nullable String word) {
        return switch (word) {
            case null -> Cases.Order.NEWEST;
            case "newest" -> Cases.Order.NEWEST;
            case "urgency" -> Cases.Order.URGENCY;
            default -> throw Problem.invalid("order", "problem.case.order");
        };
    }

    static Subtype subtype(String word) {
        try {
            return Subtype.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("subtype", "problem.subtype");
        }
    }

    static Cases.Filter.Status status(String word) {
        try {
            return Cases.Filter.Status.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("status", "problem.status");
        }
    }
}
