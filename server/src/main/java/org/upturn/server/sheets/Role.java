package org.upturn.server.sheets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column can stand for. */
public enum Role {
    /** The 0–10 answer. */
    SCORE,
    /** The open text. */
    VERBATIM,
    /** The person's own number in the system the file came from. */
    CONTACT,
    EMAIL,
    NAME,
    PHONE,
    /** When the person answered. */
    DATE,
    /** In which round of asking. */
    WAVE,
    ACCOUNT,
    /** The same person's score in the round before, where the file brings it along. */
    PREVIOUS;

    /** The word used in {@code --map} and in forms, for example {@code score}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> find(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equalsIgnoreCase(word.strip()))
                .findFirst();
    }
}
