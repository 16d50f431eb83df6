package org.upturn.server.contacts.clean;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Notices domains that were probably mistyped: within one or two edits of a domain that many people have. The way of
 * mailcheck.js (github.com/mailcheck/mailcheck, MIT), with the optimal string alignment distance, in which two letters
 * changing places, the commonest slip, are one edit.
 */
public final class EmailTypos {
    /** Large providers; an address at one of them is never questioned, however near another is. */
    private static final Set<String> COMMON = Set.of(
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "outlook.com",
            "live.com",
            "msn.com",
            "yahoo.com",
            "ymail.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "aol.com",
            "mail.com",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "gmx.at",
            "gmx.ch",
            "web.de",
            "t-online.de",
            "freenet.de",
            "proton.me",
            "protonmail.com",
            "fastmail.com",
            "zoho.com",
            "yahoo.co.uk",
            "hotmail.co.uk",
            "btinternet.com",
            "yahoo.fr",
            "hotmail.fr",
            "orange.fr",
            "wanadoo.fr",
            "free.fr",
            "laposte.net",
            "libero.it",
            "hotmail.it",
            "hotmail.es",
            "yahoo.es",
            "comcast.net",
            "verizon.net",
            "att.net",
            "sbcglobal.net",
            "bellsouth.net",
            "cox.net",
            "rogers.com",
            "shaw.ca",
            "bigpond.com",
            "yandex.ru",
            "mail.ru",
            "qq.com",
            "163.com",
            "126.com",
            "naver.com",
            "yahoo.co.jp",
            "yahoo.co.in",
            "rediffmail.com",
            "uol.com.br",
            "bol.com.br",
            "hotmail.com.br");

    /** Longer domains may hold two slips; in a short one two edits reach somebody else's. */
    private static final int LONG = 9;

    private EmailTypos() {}

    /** The address that may have been meant. @param frequent domains that several contacts of the workspace have */
    public static Optional<String> suggestion(String email, Collection<String> frequent) {
        int at = email.lastIndexOf('@') + 1;
        String domain = email.substring(at);
        if (COMMON.contains(domain) || frequent.contains(domain)) {
            return Optional.empty();
        }
        return Stream.concat(COMMON.stream(), frequent.stream())
                .distinct()
                .filter(known -> isNear(domain, known))
                .min(Comparator.<String>comparingInt(known -> Likeness.edits(domain, known))
                        .thenComparing(known -> PREFERRED.indexOf(known) < 0)
                        .thenComparing(Comparator.naturalOrder()))
                .map(known -> email.substring(0, at) + known);
    }

    /** Of two equally near, the one that more people have. */
    private static final List<String> PREFERRED = List.of("gmail.com", "hotmail.com", "outlook.com", "yahoo.com");

    private static boolean isNear(String domain, String known) {
        int most = known.length() >= LONG ? 2 : 1;
        return Math.abs(domain.length() - known.length()) <= most && Likeness.edits(domain, known) <= most;
    }
}
