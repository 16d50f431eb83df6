package org.upturn.server.insights;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Certainty;
import org.upturn.server.kernel.Feeling;
import org.upturn.server.kernel.Score;
import org.upturn.server.verbatims.Quotation;

/**
 * What one person said that shows a theme.
 *
 * @param name of the person
 * @param item the case of this answer; null when it has none
 * @param probability 0…1
 * @param start first UTF-16 index of the evidence in the verbatim
 * @param end after its last
 * @param sentiment of the evidence, −1…+1
 * @param human whether a person said that it shows the theme
 */
public record Quote(
        UUID response,
        UUID contact,
        String name,
        @Nullable UUID item,
        Score score,
        Instant answeredAt,
        String verbatim,
        double probability,
        int start,
        int end,
        double sentiment,
        boolean human) {
    public Certainty certainty() {
        return Certainty.of(probability, human);
    }

    public Feeling feeling() {
        return Feeling.of(sentiment);
    }

    /** The words that show the theme. */
    public String evidence() {
        return verbatim.substring(start, end);
    }

    /** The words with the evidence marked as showing the theme of this name. */
    public Quotation marked(String theme) {
        return new Quotation(Stream.of(
                        new Quotation.Piece(verbatim.substring(0, start), List.of()),
                        new Quotation.Piece(evidence(), List.of(theme)),
                        new Quotation.Piece(verbatim.substring(end), List.of()))
                .filter(piece -> !piece.text().isEmpty())
                .toList());
    }
}
