package org.upturn.engine.guard;

/** How near a sentence comes in meaning to what a person said; words alone know neither paraphrase nor coincidence. */
@FunctionalInterface
public interface Sense {
    /** Knows nothing, so that words decide alone. */
    Sense NONE = (sentence, words) -> Double.NaN;

    /** @return the cosine of the two, −1 to 1; NaN where nothing is known */
    double nearness(String sentence, String words);
}
