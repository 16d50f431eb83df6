package org.upturn.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Picks the texts to ask about. For each theme they are spread evenly over the log-odds from rather there to hardly there,
 * for what is mostly not known of a theme is where it begins; and no two of them say the same.
 */
final class Questions {
    /** Log-odds of the surest and of the unlikeliest text asked about; from the experiments in RATIONALE.md. */
    private static final double HIGHEST = 1;

    private static final double LOWEST = -3;

    /** Texts with a likeness above this say the same. */
    private static final double SAME = 0.6;

    private final List<Candidate> candidates = new ArrayList<>();
    private final Learned learned;

    /** A text that may be asked about. */
    private record Candidate(int number, String text, Traits traits) {}

    /** A candidate as one theme sees it. */
    private record Guess(Candidate candidate, double probability, double odds) {
        boolean saysTheSame(Guess other) {
            return Vectors.dot(candidate.traits.whole(), other.candidate.traits.whole()) > SAME;
        }
    }

    /** @param traits what was read of each text; null where there was nothing to read */
    Questions(List<String> texts, List<? extends @Nullable Traits> traits, Learned learned) {
        this.learned = learned;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            Traits read = traits.get(i);
            if (read != null
                    && saysSomething(texts.get(i))
                    && seen.add(texts.get(i).strip())) {
                candidates.add(new Candidate(i, texts.get(i), read));
            }
        }
    }

    private static boolean saysSomething(String text) {
        String readable = MeaningReader.readable(text);
        return Signal.of(readable, null).canNameThemes(readable);
    }

    List<Question> about(String theme, int most) {
        List<Guess> guesses = guesses(theme);
        List<Guess> picked = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            double target = most == 1 ? (HIGHEST + LOWEST) / 2 : HIGHEST + i * (LOWEST - HIGHEST) / (most - 1);
            Guess next = nearest(target, guesses, picked);
            if (next != null) {
                picked.add(next);
            }
        }
        return picked.stream()
                .map(guess -> new Question(guess.candidate.number, theme, guess.probability))
                .toList();
    }

    private List<Guess> guesses(String theme) {
        List<Guess> guesses = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!learned.verdicts(candidate.text).containsKey(theme)) {
                double probability = ThemeJudge.frequency(learned, candidate.traits.prior(theme), candidate.traits);
                guesses.add(new Guess(candidate, probability, Math.log(probability / (1 - probability))));
            }
        }
        return guesses;
    }

    /** The guess nearest to the target that says something new, or the nearest one that is left. */
    private static @Nullable Guess nearest(double target, List<Guess> guesses, List<Guess> picked) {
        Comparator<Guess> byDistance = Comparator.comparingDouble(guess -> Math.abs(guess.odds - target));
        List<Guess> left =
                guesses.stream().filter(guess -> !picked.contains(guess)).toList();
        return left.stream()
                .filter(guess -> picked.stream().noneMatch(guess::saysTheSame))
                .min(byDistance)
                .or(() -> left.stream().min(byDistance))
                .orElse(null);
    }
}
