package org.upturn.engine.learning;

/**
 * A text that a person judged.
 *
 * @param yes whether the theme is there
 * @param fold from 0 to {@value Head#FOLDS} − 1; texts of one fold are judged, for calibration, by what the others taught
 */
public record Example(Inputs inputs, boolean yes, int fold) {}
