/** What a person says beside themes: the tone, what failed, what they did, what follows. Data only, with the place of each in the text. */
@org.jspecify.annotations.NullMarked
package org.upturn.engine.said;
