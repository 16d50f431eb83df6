package org.upturn.server.invitations.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/** Refuses settings that no mail could be sent with. */
final class MailSettingsCheck {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,255}");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9-]{1,63}");
    private static final Pattern SELECTOR = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int MOST_PER_MINUTE = 100_000;
    private static final int MOST_QUIET_DAYS = 365;

    private MailSettingsCheck() {}

    static MailSettings checked(MailSettings told) {
        return new MailSettings(
                server(told.server(), ""),
                sender(told.sender()),
                url(told.publicUrl()),
                Colours.checked(told.colour()),
                pace(told.pace()),
                null,
                null);
    }

    static MailServer server(MailServer told, String field) {
        String host = told.host().strip();
        if (!HOST.matcher(host).matches()) {
            throw Problem.invalid(field + "host", "problem.mail.host");
        }
        if (told.port() < 1 || told.port() > 65_535) {
            throw Problem.invalid(field + "port", "problem.mail.port");
        }
        return new MailServer(host, told.port(), told.tls(), blankAsNull(told.user()));
    }

    private static Sender sender(Sender told) {
        String name = told.name().replaceAll("\\p{Cntrl}+", " ").strip();
        if (name.isEmpty() || name.length() > 100) {
            throw Problem.invalid("senderName", "problem.mail.sender");
        }
        if (told.imprint().length() > 500) {
            throw Problem.invalid("imprint", "problem.mail.text", 500);
        }
        return new Sender(
                name,
                address("senderAddress", told.address()),
                blankAsNull(told.replyTo()) == null ? null : address("replyTo", told.replyTo()),
                blankAsNull(told.returnPath()) == null ? null : address("returnPath", told.returnPath()),
                told.imprint().replace("\0", "").strip());
    }

    private static Pace pace(Pace told) {
        if (told.perMinute() < 1 || told.perMinute() > MOST_PER_MINUTE) {
            throw Problem.invalid("perMinute", "problem.mail.perMinute");
        }
        if (told.quietDays() < 0 || told.quietDays() > MOST_QUIET_DAYS) {
            throw Problem.invalid("quietDays", "problem.mail.quietDays");
        }
        return told;
    }

    static String address(String field, String told) {
        String address = told.strip();
        if (!isAddress(address)) {
            throw Problem.invalid(field, "problem.mail.address");
        }
        return address;
    }

    /** One plain address with a domain, without a name or a comment around it. */
    static boolean isAddress(String text) {
        try {
            var address = new InternetAddress(text, true);
            return address.getAddress().equals(text) && text.indexOf('@') > 0 && text.length() <= 254;
        } catch (AddressException none) {
            return false;
        }
    }

    static String domain(String told) {
        return matching("domain", told, DOMAIN, "problem.mail.domain");
    }

    static String selector(String told) {
        return matching("selector", told, SELECTOR, "problem.mail.selector");
    }

    private static String matching(String field, String told, Pattern pattern, String key) {
        String text = told.strip().toLowerCase(Locale.ROOT);
        if (!pattern.matcher(text).matches()) {
            throw Problem.invalid(field, key);
        }
        return text;
    }

    private static String url(String told) {
        try {
            URI url = URI.create(told.strip());
            if (url.getHost() != null
                    && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                    && url.getQuery() == null
                    && url.getFragment() == null
                    && told.length() <= 300) {
                return url.toString().replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException none) {
            // told below
        }
        throw Problem.invalid("publicUrl", "problem.mail.url");
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
