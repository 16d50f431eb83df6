/** Tells languages written in Latin letters from one another by pieces of their words. Knows nothing of feedback. */
@org.jspecify.annotations.NullMarked
package org.upturn.engine.language;
