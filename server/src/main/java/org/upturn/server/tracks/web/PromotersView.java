package org.upturn.server.tracks.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Wave;
import org.upturn.server.tracks.TrackSettings;
import org.upturn.server.tracks.promoters.Promoter;
import org.upturn.server.tracks.promoters.PromoterFigures;
import org.upturn.server.tracks.promoters.Testimonial;

/**
 * The promoters of a program's newest wave, and what all promoters allow to be shown.
 *
 * @param wave null before the first has opened
 * @param rows as many as a page shows, whom nobody has thanked first
 * @param mails whether mails can be sent at all
 */
public record PromotersView(
        Program program,
        @Nullable Wave wave,
        PromoterFigures figures,
        List<Row> rows,
        List<Testimonial> testimonials,
        TrackSettings settings,
        boolean mails) {
    public PromotersView {
        rows = List.copyOf(rows);
        testimonials = List.copyOf(testimonials);
    }

    /**
     * @param sentence with which thanks would begin; null for whom somebody has thanked
     * @param link path of the person's page; null while they have none
     */
    public record Row(
            Promoter promoter,
            @Nullable String sentence,
            @Nullable String link) {}

    /** How many are not on the page. */
    public long more() {
        return figures.promoters() - rows.size();
    }

    /** Whether somebody is left whom a mail could thank. */
    public boolean thankable() {
        return mails && rows.stream().anyMatch(one -> one.sentence() != null);
    }
}
