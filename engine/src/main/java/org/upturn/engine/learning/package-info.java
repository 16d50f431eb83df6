/**
 * Learns a theme from people's yes and no: pure arithmetic on vectors, words and letters. It knows neither codebooks nor
 * models; {@link org.upturn.engine.Learner} is the door.
 */
@org.jspecify.annotations.NullMarked
package org.upturn.engine.learning;
