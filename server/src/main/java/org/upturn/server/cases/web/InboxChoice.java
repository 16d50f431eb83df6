package org.upturn.server.cases.web;

/** Which cases the inbox shows. */
public record InboxChoice(String status, String subtype, boolean mine) {
    /** The query of this choice with another status. */
    public String withStatus(String other) {
        return query(other, subtype, mine);
    }

    public String withSubtype(String other) {
        return query(status, other, mine);
    }

    public String withMine(boolean other) {
        return query(status, subtype, other);
    }

    private static String query(String status, String subtype, boolean mine) {
        return "/cases?status=" + status + (subtype.isEmpty() ? "" : "&subtype=" + subtype)
                + (mine ? "&mine=true" : "");
    }
}
