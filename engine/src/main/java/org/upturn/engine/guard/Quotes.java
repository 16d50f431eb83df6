package org.upturn.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of a person’s words is best quoted back to them: “the conversation opens with verbatim wording in hand” (S4-08). First
 * what shows a theme that they did not praise, then the sentences that name most.
 */
public final class Quotes {
    private static final int LONGEST = 140;
    private static final int MOST = 3;

    private Quotes() {}

    /** @param theme that it shows; empty where none was read */
    public record Quote(String words, String theme) {}

    /** At most three, each short enough for a sentence; every sentence that quotes one passes the guard. */
    public static List<Quote> of(Said said) {
        var quotes = new ArrayList<Quote>();
        Stream.concat(
                        said.heard().stream()
                                .filter(one -> !one.isPraise())
                                .map(one -> new Quote(trimmed(one.evidence()), one.name())),
                        sentences(said).map(one -> new Quote(trimmed(one), "")))
                .filter(one -> passes(one.words(), said))
                .forEach(one -> {
                    if (quotes.stream().noneMatch(other -> overlap(other.words(), one.words()))) {
                        quotes.add(one);
                    }
                });
        return List.copyOf(quotes.subList(0, Math.min(MOST, quotes.size())));
    }

    /** The sentences, those that name most first. */
    private static Stream<String> sentences(Said said) {
        return Stream.of(said.words().split("(?<=[.!?;])\\s+|\\R+"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .sorted(java.util.Comparator.comparingInt(
                        one -> -Content.of(one, said.names()).specific().size()));
    }

    private static boolean passes(String quote, Said said) {
        return !quote.isEmpty()
                && FirstSentence.check("You wrote that “" + quote + "”.", said).passes();
    }

    private static boolean overlap(String one, String other) {
        return one.contains(other) || other.contains(one);
    }

    /** Without what would break a quotation, and cut between words. */
    private static String trimmed(String words) {
        String plain = words.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("[“”„«»\"]", "’")
                .replaceAll("^[\\s,;:.–—-]+|[\\s,;:.!–—-]+$", "")
                .replaceFirst("(?i)^(?:but|and|so|yet|although|however,?) (?=\\p{L}+ )", "");
        if (plain.length() <= LONGEST) {
            return plain;
        }
        int end = plain.lastIndexOf(' ', LONGEST);
        return plain.substring(0, end < LONGEST / 2 ? LONGEST : end) + "…";
    }
}
