package org.upturn.engine.personal;

import java.util.List;

/**
 * A piece of a text that points to a person.
 *
 * @param start index of its first character in the text (UTF-16)
 * @param end index after its last character
 */
public record PersonalData(Kind kind, int start, int end) {

    /** What was found, with the word used in JSON and the words that stand in its place when it is masked. */
    public enum Kind {
        EMAIL("email", "[e-mail]"),
        PHONE("phone", "[phone]"),
        CARD("card", "[card]"),
        IBAN("iban", "[IBAN]"),
        HANDLE("handle", "[handle]"),
        /** A link that names a person: a profile, or one with a user name or an address in it. */
        URL("url", "[link]");

        private final String word;
        private final String mask;

        Kind(String word, String mask) {
            this.word = word;
            this.mask = mask;
        }

        /** The word used in JSON. */
        public String word() {
            return word;
        }

        /** What stands in its place in a masked text. */
        public String mask() {
            return mask;
        }
    }

    /** All personal data in the text, in order, none overlapping another. */
    public static List<PersonalData> in(String text) {
        return PersonalDataFinder.in(text);
    }

    /** The text with each personal datum replaced by what it is, for example {@code Write to [e-mail]}. */
    public static String masked(String text) {
        return masked(text, in(text));
    }

    /**
     * The text with these pieces replaced by what they are.
     *
     * @param found pieces of this text, in order and without overlap, as {@link #in} gives them
     */
    public static String masked(String text, List<PersonalData> found) {
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        for (PersonalData datum : found) {
            masked.append(text, from, datum.start).append(datum.kind.mask());
            from = datum.end;
        }
        return masked.append(text, from, text.length()).toString();
    }
}
