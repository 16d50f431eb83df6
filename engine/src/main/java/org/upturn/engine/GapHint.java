package org.upturn.engine;

import org.upturn.engine.said.Evidence;

/** Which gap (S1-04) the words of one verbatim point to, and the clause that does. */
public record GapHint(Gap gap, Evidence evidence) {}
