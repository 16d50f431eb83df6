package org.upturn.server.invitations.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import org.upturn.server.kernel.Problem;

/** Which words can be read on which colour, by the contrast of WCAG 2.2 (1.4.3 and 1.4.11). */
public final class Colours {
    public static final String STANDARD = "#0f6b66";
    private static final String WHITE = "#ffffff";
    private static final String BLACK = "#101413";
    private static final double LEAST_OF_A_SHAPE = 3;
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    private Colours() {}

    /** The colour as it is kept; refuses what is none, and what cannot be told from white paper. */
    static String checked(String told) {
        String colour = told.strip().toLowerCase(Locale.ROOT);
        if (!HEX.matcher(colour).matches()) {
            throw Problem.invalid("colour", "problem.mail.colour");
        }
        if (contrast(colour, WHITE) < LEAST_OF_A_SHAPE) {
            throw Problem.invalid("colour", "problem.mail.pale");
        }
        return colour;
    }

    /** Black or white, whichever is read better on this; one of both has always 4.5 : 1. */
    public static String on(String colour) {
        return contrast(colour, WHITE) >= contrast(colour, BLACK) ? WHITE : BLACK;
    }

    /** 1…21. */
    public static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
