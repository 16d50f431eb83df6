package org.upturn.server.sheets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether 03/04/2024 is the 3rd of April or the 4th of March, decided over a whole column: any first number above 12
 * says day first, any second number above 12 says month first. Where nothing decides, day first, and {@link #note()}
 * says so.
 */
public final class DateOrder {
    private static final Pattern NUMERIC = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2\\d{2,4}\\b.*");

    private long dayFirst;
    private long monthFirst;
    private long undecided;

    /** Looks at one cell of the column. */
    public void see(String cell) {
        Matcher numeric = NUMERIC.matcher(cell.strip());
        if (!numeric.matches() || numeric.group(2).equals(".")) {
            return;
        }
        int first = Integer.parseInt(numeric.group(1));
        int second = Integer.parseInt(numeric.group(3));
        if (first > 12) {
            dayFirst++;
        } else if (second > 12) {
            monthFirst++;
        } else if (first != second) {
            undecided++;
        }
    }

    /** Whether the month comes first. */
    public boolean isMonthFirst() {
        return monthFirst > dayFirst;
    }

    /** What a person must know about this decision, or "" when the column leaves no doubt. */
    public String note() {
        if (dayFirst > 0 && monthFirst > 0) {
            return "Dates are written in two ways: " + dayFirst + " with the day first, " + monthFirst
                    + " with the month first. They were read with the " + (isMonthFirst() ? "month" : "day")
                    + " first; write them as 2024-04-03 to be safe.";
        }
        if (dayFirst == 0 && monthFirst == 0 && undecided > 0) {
            return "Dates such as 03/04/2024 were read with the day first (3 April), because no date in the file tells."
                    + " Write them as 2024-04-03 to be safe.";
        }
        return "";
    }
}
