package org.upturn.benchmarks;

import java.util.UUID;

/** An invited contact who has not answered yet, and what they will say. */
record Invitee(int number, UUID invitation, UUID contact) {
    private static final String[] WORDS = {
        "The support was slow and nobody called me back.", "Great product, easy to use.",
                "Too expensive for what it does.",
        "Works most of the time, but the last update broke our export.", "Friendly people, quick answers!",
                "It is fine."
    };

    /** As large-scale scores fall: 25 % detractors, 35 % passives, 40 % promoters. */
    int score() {
        int place = number * 37 % 100;
        return place < 25 ? place % 7 : place < 60 ? 7 + place % 2 : 9 + place % 2;
    }

    String words() {
        return WORDS[number % WORDS.length] + " (" + number + ")";
    }

    /** The same as in invitees.sql, which stores its hash. */
    String token() {
        return "bench-link-%016d".formatted(number);
    }
}
