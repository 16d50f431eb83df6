package org.upturn.server.kernel;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A key that a team chose itself, as one part of a path. Letters, digits, {@code -} and {@code _} stay; every other UTF-16
 * unit becomes {@code ~} and its four hex digits, for servers and proxies refuse a slash or a percent sign in a path even
 * when it is encoded.
 */
public final class PathPart {
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9_-]", Pattern.DOTALL);
    private static final Pattern ENCODED = Pattern.compile("~([0-9a-f]{4})");

    private PathPart() {}

    /** As it stands in a path; empty keys have no path. */
    public static String of(String key) {
        var part = new StringBuilder();
        for (char unit : key.toCharArray()) {
            if (OTHER.matcher(String.valueOf(unit)).matches()) {
                part.append('~').append(HexFormat.of().toHexDigits(unit));
            } else {
                part.append(unit);
            }
        }
        return part.toString();
    }

    /** The key that stands in a path. */
    public static String key(String part) {
        return ENCODED.matcher(part)
                .replaceAll(unit -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) HexFormat.fromHexDigits(unit.group(1)))));
    }
}
