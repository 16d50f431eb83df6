package org.upturn.server.sheets;

/**
 * Why a row was not taken.
 *
 * @param row as a spreadsheet numbers it: the header is row 1
 * @param column the column at fault, "" when it is the row as a whole
 * @param value what stood there, cut to {@value #LONGEST_VALUE} characters
 * @param reason in plain words, with how to mend it
 */
public record Rejection(long row, String column, String value, String reason) {
    static final int LONGEST_VALUE = 200;

    public Rejection {
        value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
