package org.upturn.server.cases;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Score;

/**
 * Which trajectory a detractor is on. Silence is the other axis and stands beside it (decision 7).
 *
 * <ul>
 *   <li>{@code NEW}: the first answer of this person (S4-15).
 *   <li>{@code CONVERTED}: promoter or passive in the most recent earlier answered wave (S4-16, decision 5).
 *   <li>{@code CHRONIC}: a detractor in the most recent earlier answered wave too (S4-17, decision 6).
 * </ul>
 */
public enum Subtype {
    CONVERTED,
    CHRONIC,
    NEW;

    /**
     * The subtype of a detractor.
     *
     * @param earlier the same person's scores in earlier answered waves, the most recent first; empty for a first answer
     */
    public static Subtype of(List<Score> earlier) {
        if (earlier.isEmpty()) {
            return NEW;
        }
        return earlier.getFirst().isDetractor() ? CHRONIC : CONVERTED;
    }

    /**
     * The highest score of a chronic detractor who was once a passive or promoter: "fell from peak" (decision 5).
     *
     * @param earlier as in {@link #of(List)}
     * @return 7 to 10; null for everybody else
     */
    public static @Nullable Score peak(List<Score> earlier) {
        return of(earlier) != CHRONIC
                ? null
                : earlier.stream()
                        .filter(score -> !score.isDetractor())
                        .max(Comparator.comparingInt(Score::value))
                        .orElse(null);
    }

    /** The word used in the API and in files: {@code new}, {@code converted}, {@code chronic}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
