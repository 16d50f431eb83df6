package org.upturn.server.tracks.promoters;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.upturn.server.kernel.Problem;

/**
 * What a promoter allows to be shown, until they take it back.
 *
 * @param name as they want to be named; may be initials
 * @param role or organization; may be empty
 * @param places where it may be shown, and nowhere else
 * @param language as a BCP 47 tag
 */
public record Testimonial(
        UUID id, String words, String name, String role, List<Place> places, String language, Instant givenAt) {
    public Testimonial {
        places = List.copyOf(places);
    }

    /** Where words may be shown. */
    public enum Place {
        WEBSITE,
        SOCIAL,
        PRINT,
        /** Offers, talks and slides for people who think of buying. */
        SALES;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Place of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("places", "problem.testimonial.places"));
        }
    }
}
