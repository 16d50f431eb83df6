package org.upturn.server.contacts;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts a list shows.
 *
 * @param search part of a name, e-mail address, external id, phone number or account; all when blank
 * @param account only its people; null for all
 * @param segment the rule of a segment
 */
public record ContactFilter(
        @Nullable String search, @Nullable UUID account, Where segment) {
    public static ContactFilter of(@Nullable String search) {
        return new ContactFilter(search, null, Where.EVERYBODY);
    }

    String sql() {
        return "(" + segment.sql() + ")" + (account == null ? "" : " and contact.account_id = :ofAccount")
                + (isSearch()
                        ? " and (contact.name ilike :search or contact.email ilike :search or contact.external_id ilike :search"
                                + " or contact.phone ilike :search or account.name ilike :search)"
                        : "");
    }

    Map<String, Object> parameters() {
        var values = new HashMap<String, Object>(segment.parameters());
        if (account != null) {
            values.put("ofAccount", account);
        }
        if (isSearch()) {
            values.put("search", "%" + literal(search.strip()) + "%");
        }
        return values;
    }

    private boolean isSearch() {
        return search != null && !search.isBlank();
    }

    /** What is searched for stands for itself: a per cent sign is no wildcard. */
    private static String literal(String search) {
        return search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
