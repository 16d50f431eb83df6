package org.upturn.server.contacts.segments;

import java.util.Locale;
import java.util.Optional;

/** What a segment can ask for besides attributes. */
public enum SegmentField {
    NAME("contact.name", Kind.TEXT),
    EMAIL("contact.email", Kind.TEXT),
    PHONE("contact.phone", Kind.TEXT),
    ACCOUNT("account.name", Kind.TEXT),
    ACCOUNT_OWNER("cast(account.owner_id as text)", Kind.TEXT),
    ACCOUNT_RENEWAL("account.renews_on", Kind.DAY),
    ACCOUNT_REVENUE("account.revenue", Kind.NUMBER),
    KNOWN_SINCE("contact.known_since", Kind.TIME),
    LOCALE("contact.locale", Kind.TEXT),
    TIME_ZONE("contact.time_zone", Kind.TEXT),
    POPULATION("contact.population", Kind.TEXT),
    CONSENT("contact.consent", Kind.TEXT);

    /** How a field is compared: text, a number, a day written as text, a moment. */
    enum Kind {
        TEXT,
        NUMBER,
        DAY,
        TIME
    }

    private final String sql;
    private final Kind kind;

    SegmentField(String sql, Kind kind) {
        this.sql = sql;
        this.kind = kind;
    }

    String sql() {
        return sql;
    }

    Kind kind() {
        return kind;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SegmentField> find(String word) {
        for (SegmentField field : values()) {
            if (field.word().equals(word)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
