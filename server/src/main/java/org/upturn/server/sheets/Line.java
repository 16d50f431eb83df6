package org.upturn.server.sheets;

import org.upturn.server.kernel.Message;

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
     * @param message why, in plain words, with how to mend it
     */
    record Broken(Row row, String column, Message message) implements Line {
        /** The same on the command line. */
        public String reason() {
            return message.english();
        }
    }
}
