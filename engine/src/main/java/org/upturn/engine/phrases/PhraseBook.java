package org.upturn.engine.phrases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Phrases in groups. Each line is one of
 *
 * <pre>
 * &lt;us&gt; = we|i|our team          a name for words; a name may stand for words anywhere
 * leaving: &lt;us&gt; cancel* the? contract    a phrase of the group: | or, * any ending, ? may be missing, _ up to one word, __ two
 * !leaving: cancel* your _ invitation       where this stands, the group is not said
 * </pre>
 *
 * A phrase just behind a negation is not said either ("I would never leave"); one that begins with its own negation is.
 */
public final class PhraseBook {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<Entry>> byWord = new HashMap<>();
    private final Map<Character, List<Beginning>> byLetter = new HashMap<>();

    private record Entry(String group, boolean veto, Phrase phrase) {}

    /** An entry whose first word may have any of these beginnings. */
    private record Beginning(List<String> letters, Entry entry) {
        boolean fits(String word) {
            for (String beginning : letters) {
                if (word.startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * A phrase found.
     *
     * @param group what it says
     * @param start index of its first character in the text
     * @param end index after its last character
     */
    public record Match(String group, int start, int end) {
        private boolean isTakenBackBy(Match veto) {
            return group.equals(veto.group) && start < veto.end && veto.start < end;
        }
    }

    /** Phrases that are said, and those that are there but taken back: "no plans to leave". */
    public record Found(List<Match> said, List<Match> denied) {}

    private PhraseBook() {}

    public static PhraseBook of(Collection<String> lines) {
        PhraseBook book = new PhraseBook();
        lines.forEach(book::add);
        return book;
    }

    private void add(String line) {
        if (line.startsWith("<")) {
            int equals = line.indexOf(" = ");
            names.put(line.substring(0, equals), line.substring(equals + 3).strip());
            return;
        }
        int colon = line.indexOf(": ");
        boolean veto = line.startsWith("!");
        Phrase phrase = Phrase.parse(line.substring(colon + 2), names);
        Entry entry = new Entry(line.substring(veto ? 1 : 0, colon), veto, phrase);
        Phrase.Place first = phrase.places().getFirst();
        first.words()
                .forEach(word ->
                        byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(entry));
        first.beginnings().stream()
                .map(word -> word.charAt(0))
                .distinct()
                .forEach(letter -> byLetter.computeIfAbsent(letter, key -> new ArrayList<>())
                        .add(new Beginning(first.beginnings(), entry)));
    }

    /** Every phrase of a text, those that are said and those that are denied, in the order of the text. */
    public Found in(Tokens tokens) {
        Set<Match> said = new LinkedHashSet<>();
        Set<Match> denied = new LinkedHashSet<>();
        List<Match> vetoes = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            for (Entry entry : entries(tokens.get(at).word())) {
                int end = entry.phrase.endAt(tokens, at);
                if (end >= 0) {
                    Match match = new Match(
                            entry.group,
                            tokens.get(at).start(),
                            tokens.get(end - 1).end());
                    (entry.veto ? vetoes : tokens.isNegated(at) ? denied : said).add(match);
                }
            }
        }
        if (!vetoes.isEmpty()) {
            said.stream()
                    .filter(match -> vetoes.stream().anyMatch(match::isTakenBackBy))
                    .forEach(denied::add);
        }
        said.removeAll(denied);
        return new Found(List.copyOf(said), List.copyOf(denied));
    }

    /** The phrases that may begin with this word. */
    private List<Entry> entries(String word) {
        List<Entry> exact = byWord.getOrDefault(word, List.of());
        List<Entry> entries = exact;
        for (Beginning beginning : byLetter.getOrDefault(word.charAt(0), List.of())) {
            if (beginning.fits(word)) {
                entries = entries == exact ? new ArrayList<>(exact) : entries;
                entries.add(beginning.entry);
            }
        }
        return entries;
    }
}
