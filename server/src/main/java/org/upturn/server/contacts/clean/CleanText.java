package org.upturn.server.contacts.clean;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/** Cleans what people type, as far as it can only be meant one way; everything else is refused or suggested. */
public final class CleanText {
    private static final int LONGEST = 300;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    private CleanText() {}

    /** Without blanks around it; null when nothing is left. */
    public static @Nullable String trimmed(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > LONGEST) {
            throw Problem.invalid(field, "problem.contact.long", LONGEST, text.length());
        }
        if (text.indexOf('\0') >= 0) {
            throw Problem.invalid(field, "problem.contact.nul");
        }
        return text;
    }

    /** A name with one blank between its words; line breaks stay, for they part lines on purpose. */
    public static @Nullable String name(String field, @Nullable String value) {
        String text = trimmed(field, value);
        return text == null
                ? null
                : text.replaceAll("[\\p{Zs}\\t]+", " ")
                        .replaceAll("[\\u200B\\uFEFF]", "")
                        .strip();
    }

    /** An e-mail address without blanks, its domain in small letters; what stands before the @ stays as it is. */
    public static @Nullable String email(@Nullable String value) {
        String text = trimmed("email", value);
        if (text == null) {
            return null;
        }
        String bare = text.regionMatches(true, 0, "mailto:", 0, 7) ? text.substring(7) : text;
        if (!EMAIL.matcher(bare).matches()) {
            throw Problem.invalid(
                    "email",
                    "problem.contact.email",
                    text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 50)) + "…");
        }
        int at = bare.lastIndexOf('@');
        return bare.substring(0, at) + bare.substring(at).toLowerCase(Locale.ROOT);
    }

    /** The e-mail address as it stands in for an id and is compared. */
    public static String emailKey(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** A language tag such as {@code de-AT}. */
    public static @Nullable String locale(@Nullable String value) {
        String text = trimmed("locale", value);
        if (text == null) {
            return null;
        }
        try {
            return new Locale.Builder()
                    .setLanguageTag(text.replace('_', '-'))
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException unknown) {
            throw Problem.invalid("locale", "problem.contact.locale");
        }
    }

    /** A time zone such as {@code Europe/Vienna}. */
    public static @Nullable String timeZone(@Nullable String value) {
        String text = trimmed("timeZone", value);
        try {
            return text == null ? null : ZoneId.of(text).getId();
        } catch (DateTimeException unknown) {
            throw Problem.invalid("timeZone", "problem.timeZone");
        }
    }
}
