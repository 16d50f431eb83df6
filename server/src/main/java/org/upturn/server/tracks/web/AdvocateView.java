package org.upturn.server.tracks.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Texts;
import org.upturn.server.tracks.TrackSettings;
import org.upturn.server.tracks.promoters.Testimonial;

/**
 * The page of a promoter's own.
 *
 * @param link to hand out to friends; empty while nobody is referred
 * @param given what stands; null while nothing does
 * @param words name, role, places: what stands in the form
 * @param done what was just done: {@code given}, {@code withdrawn}; empty when nothing was
 * @param problem what is missing in what was just sent
 */
public record AdvocateView(
        Texts texts,
        String asker,
        String path,
        TrackSettings settings,
        String link,
        @Nullable Testimonial given,
        String words,
        String name,
        String role,
        List<String> places,
        String done,
        @Nullable Message problem) {
    public AdvocateView {
        places = List.copyOf(places);
    }
}
