package org.upturn.engine.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upturn.engine.Words;

/**
 * Names groups by their own words. A term, one word or two that follow each other, tells more the larger the share of the
 * group's remarks that have it, and the larger that share is against all remarks: p(term|group) · log(p(term|group) /
 * p(term)), the term's part in how the group differs from the whole. Forms of a word count as one and are shown as most
 * people write it.
 */
final class Terms {
    private static final int MOST = 6;
    /** A term that tells less than this share of what the best one does would only confuse. */
    private static final double WORTH_SAYING = 0.08;
    /** A pair stands for its words where it has this share of the rarer one's uses. */
    private static final double PAIRED = 0.5;
    /** A word that is as frequent everywhere still tells a little, else a single group would have no name. */
    private static final double SOMETHING_STILL = 0.9;
    /** Common words that turn the one beside them: "log in", "top up", "not working". */
    private static final Set<String> AFTER = Set.of("in", "out", "up", "down", "on", "off", "back", "away", "over");

    private static final Set<String> BEFORE = Set.of("not", "no", "never");
    private static final Set<String> FUNCTION_WORDS = functionWords();

    private final List<Remark> remarks;
    private final Map<String, Integer> everywhere;

    Terms(List<Remark> remarks) {
        this.remarks = remarks;
        this.everywhere = new HashMap<>();
        for (Remark remark : remarks) {
            termsOf(remark).keySet().forEach(term -> everywhere.merge(term, 1, Integer::sum));
        }
    }

    private record Scored(String term, int uses, double score) {}

    /** Up to six, the most telling first; none when the group has but common words. */
    List<String> of(int[] members) {
        Map<String, Integer> uses = new HashMap<>();
        Map<String, Map<String, Integer>> forms = new HashMap<>();
        for (int member : members) {
            termsOf(remarks.get(member)).forEach((term, form) -> {
                uses.merge(term, 1, Integer::sum);
                forms.computeIfAbsent(term, key -> new HashMap<>()).merge(form, 1, Integer::sum);
            });
        }
        return chosen(uses, members.length).stream()
                .map(term -> mostUsed(forms.getOrDefault(term, Map.of())))
                .toList();
    }

    private List<String> chosen(Map<String, Integer> uses, int size) {
        int least = Math.min(2, size);
        List<Scored> scored = uses.entrySet().stream()
                .filter(term -> term.getValue() >= least && holdsTogether(term.getKey(), uses))
                .map(term -> new Scored(term.getKey(), term.getValue(), score(term.getKey(), term.getValue(), size)))
                .filter(term -> term.score > 0)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::term))
                .toList();
        double worth = scored.isEmpty() ? 0 : WORTH_SAYING * scored.getFirst().score;
        Set<String> spoken = new HashSet<>();
        List<String> chosen = new ArrayList<>();
        for (Scored term : scored) {
            if (chosen.size() < MOST && term.score >= worth && !isSpoken(term, uses, spoken, scored)) {
                chosen.add(term.term);
                spoken.addAll(List.of(term.term.split(" ")));
            }
        }
        return chosen;
    }

    private static boolean holdsTogether(String term, Map<String, Integer> uses) {
        int space = term.indexOf(' ');
        return space < 0 || uses.get(term) >= PAIRED * rarer(term, space, uses);
    }

    private static int rarer(String pair, int space, Map<String, Integer> uses) {
        int all = Integer.MAX_VALUE;
        return Math.min(
                uses.getOrDefault(pair.substring(0, space), all), uses.getOrDefault(pair.substring(space + 1), all));
    }

    /** Whether a chosen term has said it, or a pair is still to say it better. */
    private static boolean isSpoken(Scored term, Map<String, Integer> uses, Set<String> spoken, List<Scored> scored) {
        boolean pair = term.term.indexOf(' ') >= 0;
        if (pair) {
            return Stream.of(term.term.split(" ")).anyMatch(spoken::contains);
        }
        return spoken.contains(term.term)
                || scored.stream()
                        .filter(other -> other.term.startsWith(term.term + " ") || other.term.endsWith(" " + term.term))
                        .anyMatch(other -> other.uses >= PAIRED * term.uses);
    }

    private double score(String term, int uses, int size) {
        double here = uses / (double) size;
        double anywhere = everywhere.getOrDefault(term, uses) / (double) remarks.size();
        return here * Math.log(here / (anywhere * SOMETHING_STILL));
    }

    /** Each term of the remark with the form it has there. */
    private static Map<String, String> termsOf(Remark remark) {
        Map<String, String> terms = new HashMap<>();
        List<String> words = remark.words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (tells(word)) {
                terms.putIfAbsent(Words.stem(word), word);
            }
            if (i > 0 && isPair(words.get(i - 1), word)) {
                terms.putIfAbsent(Words.stem(words.get(i - 1)) + " " + Words.stem(word), words.get(i - 1) + " " + word);
            }
        }
        return terms;
    }

    private static boolean isPair(String first, String second) {
        return (tells(first) && (tells(second) || AFTER.contains(second))) || (BEFORE.contains(first) && tells(second));
    }

    private static boolean tells(String word) {
        return word.length() > 1 && !FUNCTION_WORDS.contains(word);
    }

    private static Set<String> functionWords() {
        try (InputStream in = Terms.class.getResourceAsStream("function-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("The engine's function-words.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mostUsed(Map<String, Integer> forms) {
        return forms.entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
