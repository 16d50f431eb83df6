package org.upturn.server.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Feeling;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.Problem;

/**
 * What is looked for among the verbatims of a program. All that is given has to hold; null and empty mean all.
 *
 * @param words in the syntax of {@link SearchWords}, as typed
 * @param segment an attribute and the value that the person had when answering, {@code plan=Pro}
 */
public record Search(
        String words,
        @Nullable UUID wave,
        @Nullable Group group,
        Scores scores,
        String theme,
        String segment,
        @Nullable Feeling sentiment,
        @Nullable Boolean silent,
        String language,
        Order order) {
    /** The longest question, in characters. */
    public static final int LONGEST_WORDS = 500;

    /** The parameters of a search in a URL. */
    public static final List<String> PARAMETERS = List.of(
            "q", "wave", "group", "least", "most", "theme", "segment", "sentiment", "silent", "language", "order");

    private static final int LONGEST_VALUE = 200;

    /** From the least to the most score, both within; null where there is no end. */
    public record Scores(@Nullable Integer least, @Nullable Integer most) {}

    /** Which hits come first. */
    public enum Order {
        NEWEST,
        RELEVANT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The search that these parameters of a URL ask for.
     *
     * @throws Problem when a value cannot be one
     */
    public static Search of(Map<String, String> told) {
        return new Search(
                text(told, "q", LONGEST_WORDS),
                wave(text(told, "wave", LONGEST_VALUE)),
                one(Group.values(), told, "group"),
                new Scores(score(told, "least"), score(told, "most")),
                text(told, "theme", LONGEST_VALUE),
                segment(text(told, "segment", 2 * LONGEST_VALUE)),
                one(Feeling.values(), told, "sentiment"),
                silent(text(told, "silent", LONGEST_VALUE)),
                text(told, "language", LONGEST_VALUE),
                order(told));
    }

    /** The parameters that {@link #of} makes this search of again, in a fixed order and without what is not set. */
    public Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        all.put("q", words);
        all.put("wave", wave == null ? "" : wave.toString());
        all.put("group", group == null ? "" : group.word());
        all.put("least", scores.least == null ? "" : scores.least.toString());
        all.put("most", scores.most == null ? "" : scores.most.toString());
        all.put("theme", theme);
        all.put("segment", segment);
        all.put("sentiment", sentiment == null ? "" : sentiment.word());
        all.put("silent", silent == null ? "" : silent.toString());
        all.put("language", language);
        all.put("order", order == Order.NEWEST ? "" : order.word());
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** The same as the query of a URL. */
    public String query() {
        return parameters().entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The same with another theme. */
    Search withTheme(String other) {
        return new Search(words, wave, group, scores, other, segment, sentiment, silent, language, order);
    }

    /** How many filters are set beside the words. */
    public long filters() {
        return parameters().keySet().stream()
                .filter(key -> !key.equals("q") && !key.equals("order"))
                .count();
    }

    /** The value of a parameter; empty when it is not set. */
    public String value(String parameter) {
        return parameters().getOrDefault(parameter, "");
    }

    private static String text(Map<String, String> told, String name, int longest) {
        String value = clean(told.getOrDefault(name, ""));
        if (value.length() > longest) {
            throw Problem.invalid(name, "problem.search.long", longest);
        }
        return value;
    }

    /** Without NUL and half characters, which no database takes. */
    private static String clean(@Nullable String told) {
        String text = told == null ? "" : told;
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replace('\0', ' ')
                .strip();
    }

    private static @Nullable UUID wave(String told) {
        try {
            return told.isEmpty() ? null : UUID.fromString(told);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.invalid("wave", "problem.search.wave");
        }
    }

    private static @Nullable Integer score(Map<String, String> told, String name) {
        String value = text(told, name, LONGEST_VALUE);
        if (value.isEmpty()) {
            return null;
        }
        if (!value.matches("10|\\d")) {
            throw Problem.invalid(name, "problem.search.score");
        }
        return Integer.valueOf(value);
    }

    private static String segment(String told) {
        if (!told.isEmpty() && told.indexOf('=') < 1) {
            throw Problem.invalid("segment", "problem.search.segment");
        }
        return told;
    }

    private static @Nullable Boolean silent(String told) {
        return switch (told) {
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid("silent", "problem.search.silent");
        };
    }

    private static Order order(Map<String, String> told) {
        Order named = one(Order.values(), told, "order");
        return named == null ? Order.NEWEST : named;
    }

    private static <E extends Enum<E>> @Nullable E one(E[] values, Map<String, String> told, String name) {
        String word = text(told, name, LONGEST_VALUE);
        if (word.isEmpty()) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        name,
                        "problem.search.choice",
                        Arrays.stream(values)
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
