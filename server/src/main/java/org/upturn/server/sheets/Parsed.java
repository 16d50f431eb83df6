package org.upturn.server.sheets;

import org.upturn.server.kernel.Message;

/** What came of reading a cell: a value, or a reason in plain words why there is none. */
public sealed interface Parsed<T> {
    /** The cell said this. */
    record Value<T>(T value) implements Parsed<T> {}

    /** The cell could not be read; the message says how to mend it. */
    record Refused<T>(Message message) implements Parsed<T> {
        /** The same on the command line. */
        public String reason() {
            return message.english();
        }
    }

    static <T> Parsed<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Parsed<T> refused(String key, Object... values) {
        return new Refused<>(new Message(key, values));
    }

    /** As much of a cell as a message can quote. */
    static String shown(String cell) {
        return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
    }
}
