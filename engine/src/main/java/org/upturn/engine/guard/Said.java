package org.upturn.engine.guard;

import java.util.List;

/**
 * What a person said, as a letter to them is held against it.
 *
 * @param words exactly as given
 * @param heard themes that were read in them, the surest first
 * @param others names of the codebook’s themes that were not
 * @param names that stand in every letter of this team and so name nothing: the person’s, the organization’s, the program’s
 */
public record Said(String words, List<Heard> heard, List<String> others, List<String> names) {
    public Said {
        heard = List.copyOf(heard);
        others = List.copyOf(others);
        names = List.copyOf(names);
    }

    /** Words of which nothing is known but themselves. */
    public static Said of(String words) {
        return new Said(words, List.of(), List.of(), List.of());
    }

    /** Whether there is nothing in it that a letter could name: then the one question is asked instead (S4-18). */
    public boolean isSilent() {
        return heard.isEmpty() && Content.of(words, names).isEmpty();
    }
}
