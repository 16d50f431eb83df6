package org.upturn.server.workspaces.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.kernel.Slice;
import org.upturn.server.workspaces.AuditEntry;
import org.upturn.server.workspaces.AuditTrail;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** The audit log, for programs that keep or watch it elsewhere. */
@RestController
@RequestMapping("/api/v1/audit-log")
class AuditApi {
    private final AuditTrail trail;

    AuditApi(AuditTrail trail) {
        this.trail = trail;
    }

    record Entry(
            UUID id,
            Instant at,
            String action,
            String kind,
            @Nullable UUID member,
            @Nullable String by,
            @Nullable String key,
            @Nullable UUID subject,
            @Nullable String name,
            @Nullable String path) {
        static Entry of(AuditEntry one) {
            return new Entry(
                    one.id(),
                    one.at(),
                    one.action(),
                    one.kind().word(),
                    one.member() == null ? null : one.member().value(),
                    one.by(),
                    one.key(),
                    one.subject(),
                    one.name(),
                    one.path());
        }
    }

    @GetMapping
    Slice<Entry> list(
            Member member,
            @RequestParam(name = "member", required = false) @Nullable UUID by,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter = new AuditTrail.Filter(
                by == null ? null : new MemberId(by), kind == null ? null : Audited.Kind.of(kind), from, until);
        return trail.list(member.workspace(), filter, after, Slice.limit(limit)).map(Entry::of);
    }
}
