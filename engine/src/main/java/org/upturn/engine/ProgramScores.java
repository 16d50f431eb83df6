package org.upturn.engine;

import java.util.Optional;
import org.upturn.engine.score.ScoreDistribution;
import org.upturn.engine.score.ScoreScale;

/** How words and scores go together in one program; made by {@link ScoreLearner} of its own answers, never changed. */
public final class ProgramScores {
    /** A program of which nothing is known: as everywhere, no score more usual than another. */
    public static final ProgramScores USUAL = new ProgramScores(ScoreScale.usual(), OwnLean.NONE);

    private final ScoreScale scale;
    private final OwnLean lean;

    ProgramScores(ScoreScale scale, OwnLean lean) {
        this.scale = scale;
        this.lean = lean;
    }

    /** The scores that a text suggests, or none when it is no better a guide than knowing no words at all. */
    Optional<ScoreDistribution> suggest(ScoreTraits traits) {
        return scale.suggest(lean.of(traits));
    }

    /** The scores that a text suggests, even where it says little. */
    ScoreDistribution of(ScoreTraits traits) {
        return scale.of(lean.of(traits));
    }

    /** The scores of one who says nothing. */
    ScoreDistribution blind() {
        return scale.of(0);
    }
}
