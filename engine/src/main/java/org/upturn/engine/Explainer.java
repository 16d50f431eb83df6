package org.upturn.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Explanation.Reason;
import org.upturn.engine.Explanation.Stance;

/** Tells why a theme was decided or not, from what was read of one text. */
final class Explainer {
    /** So many judged texts are read again to find the one most like the clause: those that share most words with it. */
    private static final int MOST_READ = 32;

    private final Seen seen;
    private final Learned learned;
    private final int theme;
    private final Prototype prototype;
    private final Pointing.Point point;

    Explainer(Seen seen, Learned learned, String theme) {
        this.seen = seen;
        this.learned = learned;
        this.theme = seen.comparison().theme(theme);
        this.prototype = seen.comparison().prototypes().get(this.theme);
        this.point = new Pointing(seen.comparison()).at(theme);
    }

    /**
     * Explains.
     *
     * @param given the text as it was given, of which a person may have said something
     * @param traits what a learned theme is judged by; null when nothing was learned
     * @param clauses gives what the clauses of any text mean
     */
    Explanation explain(String given, @Nullable Traits traits, Function<String, List<Background.Heading>> clauses) {
        double feeling = seen.feelings()[point.clause()];
        return new Explanation(
                prototype.theme().id(),
                new Explanation.Clue(
                        point.span().start(),
                        point.span().end(),
                        seen.comparison().likeness()[theme][point.clause()],
                        feeling,
                        stance(feeling)),
                nearest(),
                judged(given, clauses),
                words(),
                weighing(given, traits));
    }

    private Stance stance(double feeling) {
        if (prototype.complaint() == 0 || Math.abs(feeling) <= ThemeRule.PRAISE) {
            return Stance.NEITHER;
        }
        return feeling > 0 ? Stance.AGAINST : Stance.FOR;
    }

    private Explanation.Nearest nearest() {
        Background.Placed clause = seen.comparison().places().get(point.clause());
        return prototype.phrases().stream()
                .map(phrase -> new Explanation.Nearest(
                        phrase.kind(),
                        phrase.number(),
                        phrase.text(),
                        phrase.heading().likeness(clause)))
                .max(Comparator.comparingDouble(Explanation.Nearest::likeness))
                .orElseThrow();
    }

    private Explanation.@Nullable Judged judged(String given, Function<String, List<Background.Heading>> clauses) {
        Background.Placed clause = seen.comparison().places().get(point.clause());
        Set<String> stems = seen.comparison().stems().get(point.clause());
        return learned.judged(prototype.theme().id()).entrySet().stream()
                .filter(judged -> !judged.getKey().equals(given.strip()))
                .sorted(Comparator.comparingInt(judged -> -shared(stems, judged.getKey())))
                .limit(MOST_READ)
                .map(judged -> new Explanation.Judged(
                        judged.getKey(), judged.getValue(), likeness(clause, clauses.apply(judged.getKey()))))
                .max(Comparator.comparingDouble(Explanation.Judged::likeness))
                .orElse(null);
    }

    private static int shared(Set<String> stems, String text) {
        Set<String> both = new HashSet<>(stems);
        both.retainAll(PreparedCodebook.stems(text));
        return both.size();
    }

    private static double likeness(Background.Placed clause, List<Background.Heading> others) {
        return others.stream()
                .mapToDouble(other -> other.likeness(clause))
                .max()
                .orElse(-1);
    }

    /** The shared words of what is pointed at. */
    private List<Explanation.Word> words() {
        int start = point.span().start();
        String pointed = seen.text().substring(start, point.span().end());
        List<Explanation.Word> words = new ArrayList<>();
        for (Span place : Words.places(pointed)) {
            Words.stems(pointed.substring(place.start(), place.end())).stream()
                    .mapToDouble(stem -> prototype.weights().getOrDefault(stem, 0.0))
                    .filter(weight -> weight > 0)
                    .forEach(weight ->
                            words.add(new Explanation.Word(start + place.start(), start + place.end(), weight)));
        }
        return words;
    }

    private Explanation.Weighing weighing(String given, @Nullable Traits traits) {
        String id = prototype.theme().id();
        ThemeReader.Prior prior = seen.priors().get(theme);
        boolean taught = traits != null && learned.head(id) != null;
        Boolean verdict = learned.verdicts(given).get(id);
        boolean machine = new ThemeJudge(learned, learned.verdicts(given))
                .opinion(prior, traits)
                .decided();
        int rival = seen.comparison().rival(theme, point.clause(), ThemeReader.WORDS);
        boolean leads = rival == theme
                || seen.comparison().strength(theme, point.clause(), ThemeReader.WORDS)
                        >= seen.comparison().strength(rival, point.clause(), ThemeReader.WORDS);
        return new Explanation.Weighing(
                prior.probability(),
                taught ? Double.valueOf(ThemeJudge.frequency(learned, prior, traits)) : null,
                learned.threshold(id),
                verdict == null ? machine : verdict,
                reason(verdict, taught, machine, leads),
                leads ? null : seen.comparison().prototypes().get(rival).theme().id());
    }

    private Reason reason(@Nullable Boolean verdict, boolean taught, boolean decided, boolean leads) {
        if (verdict != null) {
            return verdict ? Reason.PERSON_SAID_YES : Reason.PERSON_SAID_NO;
        }
        if (taught) {
            return decided ? Reason.LEARNED_YES : Reason.LEARNED_NO;
        }
        if (decided) {
            return Reason.ENOUGH;
        }
        ThemeReader.Evidence evidence = seen.evidence().get(theme);
        if (ThemeRule.probability(evidence, seen.feelings(), false) >= ThemeJudge.DECIDED) {
            return Reason.OTHER_LANGUAGE;
        }
        if (ThemeRule.probability(evidence, new double[seen.feelings().length], Language.isForeign(seen.doubted()))
                >= ThemeJudge.DECIDED) {
            return Reason.PRAISE;
        }
        return leads ? Reason.NOT_ENOUGH : Reason.ANOTHER_LEADS;
    }
}
