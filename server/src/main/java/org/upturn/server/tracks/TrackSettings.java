package org.upturn.server.tracks;

import java.util.List;
import org.upturn.server.responses.ReviewPlace;

/**
 * What a program offers to those who are no detractors.
 *
 * @param referralUrl where a referred friend is sent on to; empty while nobody is asked to refer
 * @param reward what a referral brings, as promoters and their friends read it; may be empty
 * @param reviewPlaces offered to everybody who has answered, never to promoters alone
 */
public record TrackSettings(String referralUrl, String reward, List<ReviewPlace> reviewPlaces) {
    public TrackSettings {
        reviewPlaces = List.copyOf(reviewPlaces);
    }

    public boolean refers() {
        return !referralUrl.isEmpty();
    }
}
