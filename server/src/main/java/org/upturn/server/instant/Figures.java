package org.upturn.server.instant;

import java.util.Locale;
import org.upturn.server.instant.ReportView.IntervalView;
import org.upturn.server.kernel.NetPromoterScore;

/** Writes numbers for the page: a real minus sign, no false precision. */
final class Figures {
    private Figures() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** An NPS or an end of its interval, to the whole point. */
    static String points(double value) {
        return minus(String.valueOf(Math.round(value)));
    }

    /** A difference with its sign and one decimal. */
    static String signed(double value) {
        return minus(String.format(Locale.ROOT, "%+.1f", value));
    }

    static String percent(double share) {
        return share > 0 && share < 0.01 ? "<1" : String.valueOf(Math.round(100 * share));
    }

    /** A length as CSS knows it, for example {@code 42.3}. */
    static String length(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    static IntervalView onLine(NetPromoterScore nps) {
        return new IntervalView(
                length((nps.value() + 100) / 200),
                length((nps.low() + 100) / 200),
                length((nps.high() - nps.low()) / 200));
    }

    private static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
