package org.upturn.server.cases.web;

import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.Subtype;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.Member;

/** Which cases the inbox shows; empty texts for all. */
public record InboxChoice(String status, String subtype, String attention, boolean mine) {
    /** One's own cases are those of all programs. */
    Cases.Filter filter(Member member, ProgramId program) {
        @Nullable Subtype one = subtype.isEmpty() ? null : CasesApi.subtype(subtype);
        return new Cases.Filter(
                mine ? null : program,
                null,
                one,
                mine ? member.id() : null,
                CasesApi.status(status),
                attention.isEmpty() ? null : Cases.Filter.Attention.of(attention));
    }

    public InboxChoice {
        CasesApi.status(status);
        if (!subtype.isEmpty()) {
            CasesApi.subtype(subtype);
        }
        if (!attention.isEmpty()) {
            Cases.Filter.Attention.of(attention);
        }
    }

    /** This choice as it is kept under a name. */
    public String query() {
        return here().substring("/cases?".length());
    }

    /** The query of this choice. */
    public String here() {
        return query(status, subtype, attention, mine);
    }

    /** The same as a file. */
    public String file() {
        return here().replaceFirst("/cases", "/cases.csv");
    }

    /** The query of this choice with another status. */
    public String withStatus(String other) {
        return query(other, subtype, attention, mine);
    }

    public String withSubtype(String other) {
        return query(status, other, attention, mine);
    }

    public String withAttention(String other) {
        return query(status, subtype, other.equals(attention) ? "" : other, mine);
    }

    public String withMine(boolean other) {
        return query(status, subtype, attention, other);
    }

    private static String query(String status, String subtype, String attention, boolean mine) {
        return "/cases?status=" + status + (subtype.isEmpty() ? "" : "&subtype=" + subtype)
                + (attention.isEmpty() ? "" : "&attention=" + attention) + (mine ? "&mine=true" : "");
    }
}
