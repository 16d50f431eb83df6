package org.upturn.engine;

import java.util.List;

/**
 * What is read of one text before anything is judged.
 *
 * @param text the part of it that can be read
 * @param meaning with at least one clause
 * @param feelings sentiment of each clause, −1…1
 * @param evidence what speaks for each theme, in the codebook's order
 * @param priors what the codebook alone says of each theme, in its order
 */
record Seen(
        String text,
        String language,
        Meaning meaning,
        double[] feelings,
        Comparison comparison,
        List<ThemeReader.Evidence> evidence,
        List<ThemeReader.Prior> priors) {}
