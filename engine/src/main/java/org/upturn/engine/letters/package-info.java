/** What kind of character stands where, told quickly. The packages beside it use it and nothing else of each other. */
@org.jspecify.annotations.NullMarked
package org.upturn.engine.letters;
