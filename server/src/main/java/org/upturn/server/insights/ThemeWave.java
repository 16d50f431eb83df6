package org.upturn.server.insights;

import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.surveys.Wave;

/**
 * A theme in one wave that somebody answered.
 *
 * @param all NPS of everyone who answered, with words or without
 * @param naming NPS of those who name it
 * @param feelings of their words about it
 */
public record ThemeWave(Wave wave, NetPromoterScore all, NetPromoterScore naming, Feelings feelings) {
    /** Of all answers, those that name it. */
    public Share answers() {
        return new Share(naming.answers(), all.answers());
    }

    /** Of the answers of one group, those that name it. */
    public Share of(Group group) {
        return switch (group) {
            case DETRACTOR -> new Share(naming.detractors(), all.detractors());
            case PASSIVE -> new Share(naming.passives(), all.passives());
            case PROMOTER -> new Share(naming.promoters(), all.promoters());
        };
    }

    /** Of the detractors, those who name it. */
    public Share detractors() {
        return of(Group.DETRACTOR);
    }

    public boolean isNamed() {
        return !naming.isEmpty();
    }
}
