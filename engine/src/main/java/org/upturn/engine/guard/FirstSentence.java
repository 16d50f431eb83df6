package org.upturn.engine.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.upturn.engine.Words;
import org.upturn.engine.guard.Content.Word;
import org.upturn.engine.guard.Finding.Why;

/**
 * Whether a first sentence names what the person said. “First sentence must reference the specific failure; the template
 * stays templated up to that one sentence” (S4-10); “must reference the specific concern … generic follow-ups have no
 * measurable effect on subsequent scores” (S1-26); “Hi [Name], I saw your feedback about the slow loading times on the
 * dashboard” (S3-15).
 *
 * <p>A sentence names it by a specific word that stands in both, whatever its form, or another word for it; by two words of
 * the occasion that stand side by side in both; or by the name of a theme that was read. What the sentence reports must be
 * theirs: where most of it is not, or it is another theme of the codebook, it is about somebody else. What is quoted must
 * have been written. Where a {@link Sense} is at hand, words that only happen to be the same do not pass, and a paraphrase does that has
 * one word of theirs. How often it is wrong is measured by {@code bin/bench first-sentence}.
 */
public final class FirstSentence {
    /** So much of what is reported, at least, must be theirs; found on the tuning part of the benchmark. */
    private static final double MOSTLY_THEIRS = 0.51;

    /** And so much where it is plenty. */
    private static final double THEIRS = 0.34;

    /** From so many words that are theirs on, others are how the writer puts it. */
    private static final int PLENTY = 3;

    /** Words in common mean something else below this nearness; found on the tuning part of the benchmark, like the next. */
    private static final double NEAR = 0.45;

    /** From here on it is what they said, put in other words. */
    private static final double SAME = 0.61;

    private static final int WOULD = 6;
    private static final int WEAK_TOGETHER = 3;

    private static final Pattern QUOTED = Pattern.compile("[“„«]([^“”„«»]{3,400})[”“»]|\"([^\"]{3,400})\"");

    private FirstSentence() {}

    /** By words alone. */
    public static Finding check(String sentence, Said said) {
        return check(sentence, said, Sense.NONE);
    }

    public static Finding check(String sentence, Said said, Sense sense) {
        if (sentence.isBlank()) {
            return refused(Why.EMPTY, List.of(), said);
        }
        if (said.isSilent()) {
            return new Finding.Refused(Why.SILENT, List.of(), List.of());
        }
        List<String> invented = misquoted(sentence, said.words());
        if (!invented.isEmpty()) {
            return refused(Why.MISQUOTED, invented, said);
        }
        Content theirs = Content.of(said.words(), said.names());
        Parts parts = Parts.of(sentence, theirs, said.names());
        List<Word> shared = shared(parts, theirs);
        List<Word> themes = named(parts.all(), said);
        if (shared.isEmpty() && themes.isEmpty()) {
            List<String> foreign = words(parts.reported().specific());
            return refused(foreign.isEmpty() ? Why.GENERIC : Why.ANOTHER, foreign, said);
        }
        double nearness = sense.nearness(Parts.bare(sentence), said.words());
        if (themes.isEmpty() && parts.sorry() && onlyIn(shared, said, true)) {
            return refused(Why.PRAISED, words(shared), said);
        }
        if (parts.glad() && !onlyIn(shared, said, true) && (onlyIn(shared, said, false) || nearness < SAME)) {
            return refused(Why.CHEERFUL, words(shared.isEmpty() ? themes : shared), said);
        }
        if (!quoted(sentence).isEmpty()) {
            return new Finding.Named(words(shared.isEmpty() ? themes : shared));
        }
        if (nearness < NEAR) {
            return refused(Why.ANOTHER, words(parts.reported().specific()), said);
        }
        List<String> other = another(parts.reported(), theirs, shared, themes, said);
        if (!other.isEmpty() && !(nearness >= SAME)) {
            return refused(Why.ANOTHER, other, said);
        }
        return new Finding.Named(words(shared.isEmpty() ? themes : shared));
    }

    /** Words by which the sentence meets theirs; weak ones only together, and not where it merely thanks or offers. */
    private static List<Word> shared(Parts parts, Content theirs) {
        List<Word> all = parts.all().in(theirs);
        boolean specific = all.stream().anyMatch(Word::isSpecific);
        if (specific) {
            return all.stream().filter(Word::isSpecific).toList();
        }
        List<Word> pair = parts.plain().pairIn(theirs);
        if (!pair.isEmpty()) {
            return pair;
        }
        List<Word> weak = parts.plain().in(theirs);
        return weak.size() >= WEAK_TOGETHER ? weak : List.of();
    }

    /** The words of a theme that was read, where the sentence has all of them that say something. */
    private static List<Word> named(Content sentence, Said said) {
        for (Heard theme : said.heard()) {
            Content name = Content.of(theme.name(), said.names());
            if (!name.specific().isEmpty() && name.words().stream().allMatch(sentence::has)) {
                return name.words();
            }
        }
        return List.of();
    }

    /**
     * What is reported and was not said, when that is another theme or too much of it. Here weak words count as well: to say
     * that the homework is too <i>hard</i> is to say something.
     */
    private static List<String> another(
            Content reported, Content theirs, List<Word> shared, List<Word> themes, Said said) {
        List<Content> heard = said.heard().stream()
                .map(theme -> Content.of(theme.name(), said.names()))
                .toList();
        List<Word> foreign = reported.words().stream()
                .filter(word ->
                        word.isClaim() && !theirs.has(word) && heard.stream().noneMatch(theme -> theme.has(word)))
                .toList();
        if (foreign.isEmpty()) {
            return List.of();
        }
        for (String other : said.others()) {
            Content name = Content.of(other, said.names());
            boolean whole = !name.specific().isEmpty()
                    && name.specific().stream()
                            .allMatch(word -> foreign.stream().anyMatch(word::isSame));
            if (whole && shared.size() + themes.size() < 2) {
                return words(name.specific());
            }
        }
        long mine = Math.max(shared.size() + themes.size(), reported.in(theirs).size());
        double least = mine >= PLENTY ? THEIRS : MOSTLY_THEIRS;
        return mine < least * (mine + foreign.size()) ? words(foreign) : List.of();
    }

    /** Whether they stand only in words that the person meant well; or, without praise, only in words that they did not. */
    private static boolean onlyIn(List<Word> shared, Said said, boolean praise) {
        List<Content> one = evidence(said, praise);
        List<Content> other = evidence(said, !praise);
        return shared.stream()
                .allMatch(word -> one.stream().anyMatch(text -> text.has(word))
                        && other.stream().noneMatch(text -> text.has(word)));
    }

    private static List<Content> evidence(Said said, boolean praise) {
        return said.heard().stream()
                .filter(one -> one.isPraise() == praise)
                .map(one -> Content.of(one.evidence(), said.names()))
                .toList();
    }

    private static List<String> misquoted(String sentence, String words) {
        String written = plain(words);
        return quoted(sentence).stream()
                .filter(quote -> Arrays.stream(quote.split("…|\\.\\.\\.|\\[[^\\]]*]"))
                        .map(FirstSentence::plain)
                        .anyMatch(piece -> !written.contains(piece)))
                .toList();
    }

    /** What stands in quotation marks, of two words or more. */
    private static List<String> quoted(String sentence) {
        return QUOTED.matcher(sentence)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(quote -> quote.strip().contains(" "))
                .toList();
    }

    /** Words alone, so that a full stop or a quotation mark more makes no other quotation. */
    private static String plain(String text) {
        return String.join(" ", Words.of(text));
    }

    private static Finding refused(Why why, List<String> wrong, Said said) {
        return new Finding.Refused(why, wrong, would(said));
    }

    /** Their most telling words: first those that show a theme that they did not praise. */
    private static List<String> would(Said said) {
        var words = new ArrayList<Word>();
        said.heard().stream()
                .filter(one -> !one.isPraise())
                .forEach(one ->
                        words.addAll(Content.of(one.evidence(), said.names()).words()));
        words.addAll(Content.of(said.words(), said.names()).words());
        var chosen = new ArrayList<Word>();
        for (boolean specific : List.of(true, false)) {
            words.stream()
                    .filter(word ->
                            word.isSpecific() == specific && chosen.stream().noneMatch(word::isSame))
                    .limit(specific ? WOULD : Math.max(0, 2 - chosen.size()))
                    .forEach(word -> {
                        if (chosen.stream().noneMatch(word::isSame)) {
                            chosen.add(word);
                        }
                    });
        }
        return words(chosen);
    }

    private static List<String> words(List<Word> words) {
        return words.stream().map(Word::said).distinct().collect(Collectors.toList());
    }
}
