package org.upturn.engine.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 * have been written. It judges words, not sense: how often it is wrong is measured by {@code bin/bench first-sentence}.
 */
public final class FirstSentence {
    /** So much of what is reported, at least, must be theirs; found on the tuning part of the benchmark. */
    private static final double MOSTLY_THEIRS = 0.51;

    /** And so much where it is plenty. */
    private static final double THEIRS = 0.34;

    /** From so many words that are theirs on, others are how the writer puts it. */
    private static final int PLENTY = 3;

    private static final int WOULD = 6;
    private static final int WEAK_TOGETHER = 3;

    private static final Pattern QUOTED = Pattern.compile("[“„«]([^“”„«»]{3,400})[”“»]|\"([^\"]{3,400})\"");
    private static final Pattern CLAUSE =
            Pattern.compile("[,;:.!?—–]+|\\b(?:and|so|but|because) (?=(?:i|we|our|my|let|here)\\b)");
    /** What the writer adds of their own: “and I am ashamed of that”. */
    private static final Pattern COMMENT = Pattern.compile("^\\s*(?:i|we|that|this|it|which)\\b");

    private static final Pattern OFFER = Pattern.compile(
            "\\b(?:will|shall|going to|would like|'d like|want to|let me|let us|please|could we|can we|may i)\\b|'ll\\b"
                    + "|\\b(?:have|has) (?:already )?(?:asked|passed|forwarded|opened|started|spoken)\\b"
                    + "|\\b(?:am|are|is) (?:already |now )?(?:looking|working|checking)\\b");
    private static final Pattern THANKS = Pattern.compile("\\bthank(?:s| you)?\\b|\\bappreciate\\b|\\bgrateful\\b");
    private static final Pattern SORRY = Pattern.compile(
            "\\b(?:sorry|apolog\\w*|regret\\w*|disappoint\\w*|frustrat\\w*|let you down|let down|trouble|upset|fell short|failed)\\b");

    private FirstSentence() {}

    /** The sentence cut into what it reports and what it offers. */
    private record Parts(Content reported, Content all, Content plain, boolean sorry) {
        static Parts of(String sentence, Content theirs, List<String> names) {
            String low = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
            var reported = new ArrayList<String>();
            var plain = new ArrayList<String>();
            for (String clause : CLAUSE.split(low)) {
                boolean comments = !reported.isEmpty()
                        && COMMENT.matcher(clause).find()
                        && Content.of(clause, names).in(theirs).isEmpty();
                if (!comments && !OFFER.matcher(clause).find()) {
                    reported.add(clause);
                    if (!THANKS.matcher(clause).find()) {
                        plain.add(clause);
                    }
                }
            }
            return new Parts(
                    joined(reported, names),
                    Content.of(low, names),
                    joined(plain, names),
                    SORRY.matcher(low).find());
        }

        private static Content joined(List<String> clauses, List<String> names) {
            return Content.of(String.join(" ", clauses), names);
        }
    }

    public static Finding check(String sentence, Said said) {
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
        List<String> other = another(parts.reported(), theirs, shared, themes, said);
        if (!other.isEmpty()) {
            return refused(Why.ANOTHER, other, said);
        }
        if (parts.sorry() && themes.isEmpty() && onlyPraised(shared, said)) {
            return refused(Why.PRAISED, words(shared), said);
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

    /** Whether they stand only in words that the person meant well. */
    private static boolean onlyPraised(List<Word> shared, Said said) {
        List<Content> praise = said.heard().stream()
                .filter(Heard::isPraise)
                .map(one -> Content.of(one.evidence(), said.names()))
                .toList();
        List<Content> blame = said.heard().stream()
                .filter(one -> !one.isPraise())
                .map(one -> Content.of(one.evidence(), said.names()))
                .toList();
        return shared.stream()
                .allMatch(word -> praise.stream().anyMatch(one -> one.has(word))
                        && blame.stream().noneMatch(one -> one.has(word)));
    }

    private static List<String> misquoted(String sentence, String words) {
        String written = plain(words);
        return QUOTED.matcher(sentence)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(quote -> quote.strip().contains(" "))
                .filter(quote -> Arrays.stream(quote.split("…|\\.\\.\\.|\\[[^\\]]*]"))
                        .map(FirstSentence::plain)
                        .anyMatch(piece -> !written.contains(piece)))
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
