package org.upturn.server.workspaces.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.AuditTrail;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.MemberId;

/**
 * What the form above the audit log asks for; a blank field asks for everything.
 *
 * @param member the id of who did it
 * @param from the first day, in the workspace's time zone
 * @param until the last day, in the workspace's time zone
 */
public record AuditForm(
        @Nullable String member,
        @Nullable String kind,
        @Nullable String from,
        @Nullable String until) {
    AuditTrail.Filter filter(ZoneId zone) {
        LocalDate last = day("until", until);
        return new AuditTrail.Filter(
                isBlank(member) ? null : new MemberId(id(member)),
                isBlank(kind) ? null : Audited.Kind.of(kind),
                start(day("from", from), zone),
                start(last == null ? null : last.plusDays(1), zone));
    }

    /** Whether anything is left out. */
    public boolean isNarrow() {
        return !(isBlank(member) && isBlank(kind) && isBlank(from) && isBlank(until));
    }

    /** The same question, as the query of an address. */
    public String query() {
        var query = UriComponentsBuilder.newInstance();
        add(query, "member", member);
        add(query, "kind", kind);
        add(query, "from", from);
        add(query, "until", until);
        return query.encode().build().getQuery() == null
                ? ""
                : query.encode().build().getQuery();
    }

    private static void add(UriComponentsBuilder query, String name, @Nullable String value) {
        if (!isBlank(value)) {
            query.queryParam(name, value);
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate day(String field, @Nullable String told) {
        try {
            return isBlank(told) ? null : LocalDate.parse(told);
        } catch (DateTimeException none) {
            throw Problem.invalid(field, "problem.audit.day");
        }
    }

    private static UUID id(String told) {
        try {
            return UUID.fromString(told);
        } catch (IllegalArgumentException none) {
            throw Problem.invalid("member", "problem.audit.member");
        }
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
