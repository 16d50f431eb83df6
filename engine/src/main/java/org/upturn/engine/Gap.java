package org.upturn.engine;

/** Why a score is low, in the three causes of source S1-04, and the access barriers of S1-31. */
public enum Gap {
    /** Less value than expected: content, quality, product. Written {@code delivery}. */
    DELIVERY,
    /** Feedback given and never answered: unheard, no follow-up, poor communication. Written {@code feedback-loop}. */
    FEEDBACK_LOOP,
    /** The person could not get to it: transport, childcare, language, cost. Written {@code access}. */
    ACCESS;

    /** The word used in codebook files, JSON and messages, for example {@code feedback-loop}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
