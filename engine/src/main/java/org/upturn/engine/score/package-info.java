/**
 * Scores and words: which score a text suggests, and whether the score given fits it. Knows numbers only; what a text leans
 * to is found elsewhere.
 */
@org.jspecify.annotations.NullMarked
package org.upturn.engine.score;
