package org.upturn.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Verbatims with first sentences of letters to who wrote them, each labelled; see the head of {@code first-sentences.txt}. */
final class FollowUpSet {
    private FollowUpSet() {}

    /** What a sentence is. */
    enum Label {
        GOOD('+'),
        GENERIC('-'),
        NEAR_MISS('~');

        private final char sign;

        Label(char sign) {
            this.sign = sign;
        }

        static Label of(char sign) {
            for (Label label : values()) {
                if (label.sign == sign) {
                    return label;
                }
            }
            throw new IllegalArgumentException("No label has the sign " + sign);
        }
    }

    /** @param part {@code tune} or {@code test} @param kind of organization that was written to */
    record FollowUp(String part, String kind, String verbatim, String sentence, Label label) {}

    static List<FollowUp> all() throws IOException {
        var all = new ArrayList<FollowUp>();
        String[] head = {};
        String verbatim = "";
        try (var in = new BufferedReader(new InputStreamReader(
                FollowUpSet.class.getResourceAsStream("first-sentences.txt"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("[")) {
                    head = line.substring(1, line.length() - 1).split(" ");
                } else if (line.startsWith("> ")) {
                    verbatim = line.substring(2);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    all.add(new FollowUp(head[0], head[1], verbatim, line.substring(2), Label.of(line.charAt(0))));
                }
            }
        }
        return all;
    }
}
