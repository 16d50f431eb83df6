package org.upturn.server.sheets;

/** What a sheet yields for each row of the file: a sound row, or a broken one with the reason. */
public sealed interface Line {
    Row row();

    /** A row with exactly one cell for each column. */
    record Sound(Row row) implements Line {}

    /**
     * A row that cannot be used as it is.
     *
     * @param row its cells made to fit the columns, so that it can be handed back
     * @param column the column at fault, or "" when it is the row as a whole
     * @param reason why, in plain words, with how to mend it
     */
    record Broken(Row row, String column, String reason) implements Line {
        /** This refusal as a {@link Rejection}, with the offending value cut to what fits on a page. */
        public Rejection rejection(String value) {
            return new Rejection(row.number(), column, value, reason);
        }
    }
}
