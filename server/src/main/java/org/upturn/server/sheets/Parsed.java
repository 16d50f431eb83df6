package org.upturn.server.sheets;

/** What came of reading a cell: a value, or a reason in plain words why there is none. */
public sealed interface Parsed<T> {
    /** The cell said this. */
    record Value<T>(T value) implements Parsed<T> {}

    /** The cell could not be read; the reason says how to mend it. */
    record Refused<T>(String reason) implements Parsed<T> {}

    static <T> Parsed<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Parsed<T> refused(String reason) {
        return new Refused<>(reason);
    }
}
