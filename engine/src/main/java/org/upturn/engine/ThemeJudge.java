package org.upturn.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.learning.Head;

/**
 * Decides which themes a text holds: a person's verdict first, then what was learned of the theme, and the codebook alone
 * where nothing was.
 */
final class ThemeJudge {
    static final double CANDIDATE = 0.05;
    static final double DECIDED = 0.5;

    /** A candidate stays below ½ however seldom its theme is right from ½ on. */
    private static final double HIGHEST_CANDIDATE = Math.nextDown(DECIDED);

    static final Comparator<Coding> SUREST_FIRST =
            Comparator.comparingDouble(Coding::probability).reversed().thenComparing(Coding::theme);

    private final Learned learned;
    private final Map<String, Boolean> verdicts;

    /** @param verdicts what people said of this very text, by theme */
    ThemeJudge(Learned learned, Map<String, Boolean> verdicts) {
        this.learned = learned;
        this.verdicts = verdicts;
    }

    /**
     * What a machine makes of a theme in a text.
     *
     * @param probability how often a theme like this is there, 0…1; ½ or more exactly when decided
     */
    record Opinion(double probability, boolean decided) {
        /** A theme decided below ½ is as good as there; one above it that is not decided, as good as not. */
        static Opinion of(double frequency, double threshold) {
            boolean decided = frequency >= threshold;
            return new Opinion(
                    decided ? Math.max(frequency, DECIDED) : Math.min(frequency, HIGHEST_CANDIDATE), decided);
        }
    }

    /** How often the theme is there in a text like this; where nothing was learned, what the codebook says. */
    static double frequency(Learned learned, ThemeReader.Prior prior, @Nullable Traits traits) {
        Head head = learned.head(prior.theme());
        return head == null || traits == null ? prior.probability() : head.probability(traits.inputs(prior));
    }

    Opinion opinion(ThemeReader.Prior prior, @Nullable Traits traits) {
        return Opinion.of(frequency(learned, prior, traits), learned.threshold(prior.theme()));
    }

    /**
     * The themes that are at least possible, surest first.
     *
     * @param feelings sentiment of each clause, −1…1
     */
    List<Coding> codings(
            List<ThemeReader.Prior> priors, @Nullable Traits traits, Pointing pointing, double[] feelings) {
        List<Coding> codings = new ArrayList<>();
        for (ThemeReader.Prior prior : priors) {
            Opinion opinion = opinion(prior, traits);
            boolean judged = verdicts.containsKey(prior.theme());
            if (judged || opinion.probability() >= CANDIDATE) {
                Pointing.Point point = pointing.at(prior.theme());
                double feeling = feelings[point.clause()];
                codings.add(
                        judged
                                ? human(prior.theme(), point.span(), feeling)
                                : machine(prior.theme(), opinion, point.span(), feeling));
            }
        }
        codings.sort(SUREST_FIRST);
        return codings;
    }

    private static Coding machine(String theme, Opinion opinion, Span span, double feeling) {
        return new Coding(theme, opinion.probability(), opinion.decided(), span.start(), span.end(), feeling);
    }

    /** For a text in which there is nothing to read but what people said of it. */
    List<Coding> codings(Span text) {
        return verdicts.keySet().stream()
                .map(theme -> human(theme, text, 0))
                .sorted(SUREST_FIRST)
                .toList();
    }

    private Coding human(String theme, Span span, double feeling) {
        boolean yes = verdicts.getOrDefault(theme, false);
        return new Coding(theme, yes ? 1 : 0, yes, span.start(), span.end(), feeling, true);
    }
}
