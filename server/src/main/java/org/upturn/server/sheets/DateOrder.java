package org.upturn.server.sheets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upturn.server.kernel.Message;

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

    /** An order that is known already. */
    public static DateOrder given(boolean monthFirst) {
        var order = new DateOrder();
        order.monthFirst = monthFirst ? 1 : 0;
        order.dayFirst = monthFirst ? 0 : 1;
        return order;
    }

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
            String key = isMonthFirst() ? "sheet.dates.monthFirst" : "sheet.dates.dayFirst";
            return new Message(key, dayFirst, monthFirst).english();
        }
        if (dayFirst == 0 && monthFirst == 0 && undecided > 0) {
            return new Message("sheet.dates.undecided").english();
        }
        return "";
    }
}
