package org.upturn.server.sheets;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.upturn.server.kernel.Score;

/**
 * What a sample of values says about a column.
 *
 * @param words its name in lower case, one space between words: {@code NPS_SCORE} and {@code npsScore} are the same
 * @param values the values that are not blank
 * @param distinct the different ones among them, upper and lower case alike
 */
record Profile(String words, List<String> values, Set<String> distinct) {
    /** Whether a date is past is asked row by row; here it only matters that it is a date. */
    private static final Clock END_OF_TIME = Clock.fixed(Instant.parse("9999-12-31T00:00:00Z"), ZoneOffset.UTC);

    private static final Set<String> GROUPS =
            Set.of("promoter", "promoters", "passive", "passives", "neutral", "detractor", "detractors");
    private static final Set<String> YES_NO = Set.of("yes", "no", "true", "false", "y", "n", "0", "1");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d ()./-]{6,}");
    private static final Pattern PERIOD = Pattern.compile(
            "(?i).*(\\bq[1-4]\\b|\\bh[12]\\b|wave|week|month|cycle|round|intake|mid|final|year|\\b(19|20)\\d\\d\\b).*");

    static Profile of(String column, List<String> sample) {
        List<String> values = sample.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        Set<String> distinct = new HashSet<>();
        values.forEach(value -> distinct.add(value.toLowerCase(Locale.ROOT)));
        return new Profile(words(column), values, distinct);
    }

    static String words(String column) {
        return column.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .replaceAll("(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    boolean named(List<String> aliases) {
        return aliases.contains(words);
    }

    boolean mentions(String... parts) {
        return List.of(parts).stream().anyMatch(part -> (" " + words + " ").contains(" " + part + " "));
    }

    double share(Predicate<String> what) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(what).count() / values.size();
    }

    double scores() {
        return share(value -> Scores.parse(value) instanceof Parsed.Value<Score> && value.length() < 30);
    }

    double dates() {
        DateOrder order = new DateOrder();
        values.forEach(order::see);
        Dates dates = new Dates(order, END_OF_TIME);
        return share(value -> !NUMBER.matcher(value).matches() && dates.parse(value) instanceof Parsed.Value);
    }

    double numbers() {
        return share(value -> NUMBER.matcher(value).matches());
    }

    double emails() {
        return share(value -> EMAIL.matcher(value).matches());
    }

    double phones() {
        return share(value -> PHONE.matcher(value).matches());
    }

    double periods() {
        return share(value -> PERIOD.matcher(value).matches());
    }

    /** Whether it holds the words for the groups, which are made from the score and tell nothing more. */
    boolean holdsGroups() {
        return share(value -> GROUPS.contains(value.toLowerCase(Locale.ROOT))) > 0.8;
    }

    boolean isYesNo() {
        return YES_NO.containsAll(distinct);
    }

    double averageLength() {
        return values.stream().mapToInt(String::length).average().orElse(0);
    }

    /** How many of the values are different from all others, 0…1. */
    double variety() {
        return values.isEmpty() ? 0 : (double) distinct.size() / values.size();
    }
}
