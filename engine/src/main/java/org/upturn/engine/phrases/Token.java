package org.upturn.engine.phrases;

/**
 * One word of a text.
 *
 * @param word lower case, with straight apostrophes
 * @param start index of its first character in the text (UTF-16)
 * @param end index after its last character
 * @param before what parts it from the word before it
 */
record Token(String word, int start, int end, Pause before) {

    /** What stands between two words. */
    enum Pause {
        /** A blank or a hyphen: the words belong together. */
        NONE,
        /** A comma and its like: a negation does not reach across. */
        SHORT,
        /** The end of a sentence: no phrase reaches across. */
        LONG
    }
}
