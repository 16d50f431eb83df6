package org.upturn.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints how often the language is told on course-feedback.csv (12 languages, evaluation only), how many texts of the English
 * sets would be taken for foreign ones, and how many texts a second are looked at.
 */
final class LanguageBench {
    private static final int SHORT = 40;

    private LanguageBench() {}

    public static void main(String[] args) throws IOException {
        Map<String, int[]> counts = new TreeMap<>();
        for (Map<String, String> row : Csv.rows("course-feedback.csv")) {
            String text = row.get("text");
            boolean right = Language.of(text).equals(row.get("language"));
            List<String> groups = new ArrayList<>(List.of("all", row.get("language")));
            if (text.length() < SHORT) {
                groups.add("under 40 characters");
            }
            groups.forEach(group -> count(counts, group, right));
        }
        counts.forEach((group, count) ->
                System.out.printf(Locale.ROOT, "%-20s %5d %.3f%n", group, count[0], count[1] / (double) count[0]));
        for (String set : List.of("telecom-nps.csv", "fabsa.csv", "airline-tweets.csv", "banking77-test.csv")) {
            foreign(set);
        }
    }

    private static void foreign(String set) throws IOException {
        int all = 0;
        int foreign = 0;
        int shown = 0;
        long begin = System.nanoTime();
        for (Map<String, String> row : Csv.rows(set)) {
            String language = Language.of(row.getOrDefault("text", ""));
            all++;
            boolean isForeign = !language.equals("en") && !language.equals(Language.UNKNOWN);
            foreign += isForeign ? 1 : 0;
            if (isForeign && shown++ < Integer.getInteger("show", 0)) {
                System.out.println("    " + language + " " + row.get("text"));
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-20s %d of %d English texts taken for foreign, %.0f a second%n",
                set,
                foreign,
                all,
                all / seconds);
    }

    private static void count(Map<String, int[]> counts, String group, boolean right) {
        int[] count = counts.computeIfAbsent(group, key -> new int[2]);
        count[0]++;
        count[1] += right ? 1 : 0;
    }
}
