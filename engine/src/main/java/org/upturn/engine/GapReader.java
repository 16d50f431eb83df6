package org.upturn.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.upturn.engine.phrases.PhraseBook;
import org.upturn.engine.phrases.Tokens;
import org.upturn.engine.said.Evidence;

/**
 * Tells which gap a text points to. Barriers come first, since people name them only when it is bad (S1-31), then the loop
 * that was never closed, then delivery. Where no phrase of ours stands, the gap of the surest theme counts.
 */
final class GapReader {
    private static final List<Gap> ORDER = List.of(Gap.ACCESS, Gap.FEEDBACK_LOOP, Gap.DELIVERY);

    /** A clause this good points to no gap. */
    private static final double GOOD = 0.3;

    private final PhraseBook phrases = PhraseBook.of(Resources.lines("gap-phrases.txt"));

    Optional<GapHint> read(FeltText text, Tokens tokens, Codebook codebook, List<Coding> codings) {
        Map<Gap, GapHint> hints = new EnumMap<>(Gap.class);
        PhraseBook.Found found = phrases.in(tokens);
        for (PhraseBook.Match match : found.said()) {
            int clause = text.clauseAt(match.start());
            if (clause >= 0 && !text.isPraise(clause, match.start(), GOOD)) {
                Gap gap = Gap.valueOf(match.group().toUpperCase(Locale.ROOT).replace('-', '_'));
                hints.putIfAbsent(gap, new GapHint(gap, text.evidence(clause)));
            }
        }
        return ORDER.stream()
                .filter(hints::containsKey)
                .findFirst()
                .map(hints::get)
                .or(() -> found.denied().isEmpty() ? ofThemes(codebook, codings) : Optional.empty());
    }

    private static Optional<GapHint> ofThemes(Codebook codebook, List<Coding> codings) {
        for (Coding coding : codings) {
            Gap gap = codebook.theme(coding.theme()).map(Theme::gap).orElse(null);
            if (gap != null && coding.decided() && coding.sentiment() < GOOD) {
                return Optional.of(new GapHint(gap, new Evidence(coding.start(), coding.end())));
            }
        }
        return Optional.empty();
    }
}
