package org.upturn.server.cases.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Case;

/** A case as the API tells it. */
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
        @Nullable Integer peak,
        boolean silent,
        int priority,
        @Nullable UUID owner,
        @Nullable String ownerName,
        String status,
        @Nullable String outcome,
        Instant openedAt,
        Instant assignDueAt,
        @Nullable Instant questionDueAt,
        Instant contactDueAt,
        Instant actDueAt,
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
                one.peak() != null,
                one.peak() == null ? null : one.peak().value(),
                one.silent(),
                one.priority(),
                one.owner() == null ? null : one.owner().value(),
                one.ownerName(),
                one.status(),
                one.outcome() == null ? null : one.outcome().word(),
                one.openedAt(),
                one.clocks().assignBy(),
                one.silent() ? one.clocks().questionBy() : null,
                one.clocks().contactBy(),
                one.clocks().actBy(),
                one.assignedAt(),
                one.contactedAt(),
                one.closedAt());
    }
}
