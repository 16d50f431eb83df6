package org.upturn.server.invitations.texts;

import java.util.stream.Collectors;

/**
 * How long a text message is and in how many parts it goes (3GPP TS 23.038 and 23.040): 160 septets in one part of the
 * alphabet of GSM, 153 in each of several; 70 units of UCS-2, or 67, as soon as one character is not in that alphabet.
 *
 * @param gsm whether all of it is in the alphabet of GSM
 * @param length in septets, of which some characters take two; or in units of UCS-2
 * @param segments how many parts are sent, and mostly paid for
 */
public record TextSize(boolean gsm, int length, int segments) {
    private static final int SHOWN = 10;
    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Each of them takes two septets. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    /** How much fits into as many parts. */
    public int room() {
        int one = segments == 1 ? gsm ? 160 : 70 : gsm ? 153 : 67;
        return segments * one;
    }

    /** The first characters that are not in the alphabet of GSM, each once. */
    public static String others(String text) {
        return text.codePoints()
                .filter(one -> ALPHABET.indexOf(one) < 0 && EXTENSION.indexOf(one) < 0)
                .distinct()
                .limit(SHOWN)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }

    public static TextSize of(String text) {
        boolean gsm = text.chars().allMatch(one -> ALPHABET.indexOf(one) >= 0 || EXTENSION.indexOf(one) >= 0);
        int whole = gsm ? 160 : 70;
        int part = gsm ? 153 : 67;
        int length = text.chars().map(one -> weight(one, gsm)).sum();
        return new TextSize(gsm, length, length <= whole ? 1 : parts(text, gsm, part));
    }

    /** A character is never cut in two, so that a part may end one before its size. */
    private static int parts(String text, boolean gsm, int size) {
        int parts = 1;
        int used = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int weight = gsm ? weight(text.charAt(at), true) : Character.charCount(text.codePointAt(at));
            if (used + weight > size) {
                parts++;
                used = 0;
            }
            used += weight;
        }
        return parts;
    }

    private static int weight(int one, boolean gsm) {
        return gsm && EXTENSION.indexOf(one) >= 0 ? 2 : 1;
    }
}
