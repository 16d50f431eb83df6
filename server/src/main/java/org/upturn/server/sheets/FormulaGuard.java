package org.upturn.server.sheets;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a cell as a formula: puts an apostrophe before it, and takes exactly that one off
 * again. A cell that already begins with apostrophes before such a sign gets one more, so that taking off always gives
 * back what was there. Source: OWASP, CSV injection.
 */
final class FormulaGuard {
    private static final Pattern RISKY = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]\\d+([.,]\\d+)?");

    private FormulaGuard() {}

    static String putOn(String cell) {
        return RISKY.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String takeOff(String cell) {
        return cell.startsWith("'") && RISKY.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
