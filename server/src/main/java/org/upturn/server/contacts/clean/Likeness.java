package org.upturn.server.contacts.clean;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** How much two short texts look alike. */
public final class Likeness {
    private static final double PREFIX_WEIGHT = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private Likeness() {}

    /**
     * Edits between two texts: letters put in, left out, changed, or two neighbours swapped, no stretch edited twice
     * (optimal string alignment, the restricted distance of Damerau 1964).
     */
    public static int edits(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[other.length()];
    }

    /**
     * Jaro-Winkler similarity, 0…1. Source: W. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the
     * Fellegi-Sunter Model of Record Linkage", 1990; weight 0.1 for at most four letters of common prefix.
     */
    public static double jaroWinkler(String one, String other) {
        double jaro = jaro(one, other);
        int prefix = 0;
        while (prefix < Math.min(LONGEST_PREFIX, Math.min(one.length(), other.length()))
                && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        boolean[] used = new boolean[other.length()];
        var common = new StringBuilder();
        for (int i = 0; i < one.length(); i++) {
            for (int j = Math.max(0, i - reach); j < Math.min(other.length(), i + reach + 1); j++) {
                if (!used[j] && one.charAt(i) == other.charAt(j)) {
                    used[j] = true;
                    common.append(one.charAt(i));
                    break;
                }
            }
        }
        int matches = common.length();
        if (matches == 0) {
            return 0;
        }
        int swapped = 0;
        for (int j = 0, k = 0; j < other.length(); j++) {
            if (used[j] && common.charAt(k++) != other.charAt(j)) {
                swapped++;
            }
        }
        double m = matches;
        return (m / one.length() + m / other.length() + (m - swapped / 2.0) / m) / 3;
    }

    /** A name as it is compared: small letters without accents, its words in alphabetical order. */
    public static String nameKey(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace("ß", "ss")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
        String[] words = plain.split(" ");
        Arrays.sort(words);
        return String.join(" ", words);
    }
}
