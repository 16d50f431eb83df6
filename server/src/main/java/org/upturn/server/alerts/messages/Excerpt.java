package org.upturn.server.alerts.messages;

import java.util.function.IntUnaryOperator;

/**
 * The beginning of a text that fits where there is only so much room.
 *
 * @param left how many characters it leaves out; 0 when it is the whole
 */
record Excerpt(String text, int left) {
    /** @param cost of one code point, in whatever the room is counted in */
    static Excerpt of(String text, int room, IntUnaryOperator cost) {
        int spent = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            spent += cost.applyAsInt(text.codePointAt(at));
            if (spent > room) {
                return new Excerpt(text.substring(0, at), text.length() - at);
            }
        }
        return new Excerpt(text, 0);
    }
}
