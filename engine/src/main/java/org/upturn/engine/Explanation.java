package org.upturn.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a theme is seen in a verbatim, or why not.
 *
 * @param theme the theme's id in the codebook
 * @param clue the words to point at
 * @param nearest the phrase of the codebook that is most like them
 * @param judged the text judged by a person for this theme that is most like them; null when there is none
 * @param words the words that the text shares with the theme, in the order of the text
 * @param weighing what came of it
 */
public record Explanation(
        String theme, Clue clue, Nearest nearest, @Nullable Judged judged, List<Word> words, Weighing weighing) {
    public Explanation {
        words = List.copyOf(words);
    }

    /**
     * The words to point at.
     *
     * @param start index of their first character in the original text (UTF-16, inclusive)
     * @param end index after their last character (exclusive)
     * @param likeness of their main clause to the theme, −1…1; ordinary feedback is about 0
     * @param feeling sentiment of that clause, −1…1
     * @param stance what that feeling says of the theme
     */
    public record Clue(int start, int end, double likeness, double feeling, Stance stance) {}

    /** What the feeling of a clause says of a theme. */
    public enum Stance {
        /** The theme is described as a complaint, and the clause is one. */
        FOR,
        /** The theme is described as a complaint, and the clause is praise. */
        AGAINST,
        /** The theme holds good and bad alike, or the clause feels like neither. */
        NEITHER
    }

    /**
     * The phrase of the theme that is most like the clause.
     *
     * @param number which of the examples, from 1; 0 when it is none
     * @param likeness −1…1
     */
    public record Nearest(Kind kind, int number, String text, double likeness) {
        /** Where a phrase stands in the codebook. */
        public enum Kind {
            NAME,
            DESCRIPTION,
            EXAMPLE
        }
    }

    /**
     * A text that a person judged.
     *
     * @param yes whether they said that the theme is there
     * @param likeness of its most like clause, −1…1
     */
    public record Judged(String text, boolean yes, double likeness) {}

    /**
     * A word shared with the theme.
     *
     * @param start index of its first character in the original text
     * @param end index after its last character
     * @param weight what it says for the theme, 0…1: less when other themes have it too, or one example only
     */
    public record Word(int start, int end, double weight) {}

    /**
     * What came of it.
     *
     * @param prior probability by the codebook alone, 0…1
     * @param learned how often the theme is there in texts like this, by what people taught, 0…1; null when nothing was learned
     * @param threshold from which of the two, the learned one if there is one, the theme is decided, 0…1
     * @param decided whether the theme is there
     * @param reason what settled it
     * @param rival the theme for which the clause speaks more; null when this one leads there
     */
    public record Weighing(
            double prior,
            @Nullable Double learned,
            double threshold,
            boolean decided,
            Reason reason,
            @Nullable String rival) {}

    /** What settled whether a theme is there. */
    public enum Reason {
        /** A person said so of this very text. */
        PERSON_SAID_YES,
        /** A person said no of this very text. */
        PERSON_SAID_NO,
        /** Texts that people judged like this mostly have the theme. */
        LEARNED_YES,
        /** Texts that people judged like this mostly do not have it. */
        LEARNED_NO,
        /** Likeness and shared words are enough. */
        ENOUGH,
        /** They would be, but the clause is praise and the theme a complaint. */
        PRAISE,
        /** They would be, but the text is not English and shares no word with the theme. */
        OTHER_LANGUAGE,
        /** They are not, and another theme leads. */
        ANOTHER_LEADS,
        /** They are not. */
        NOT_ENOUGH
    }
}
