package org.upturn.server.cases.authority;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/** Amounts of money as they are told: at most two places, at most ten million less a cent. */
public final class Amounts {
    private static final BigDecimal MOST = new BigDecimal("9999999.99");

    private Amounts() {}

    /** Of a form, with a point or a comma before the cents; empty text for none. "1,000" is refused: it has two meanings. */
    public static @Nullable BigDecimal of(String field, String told) {
        String plain = told.replaceAll("\\s", "");
        if (plain.isEmpty()) {
            return null;
        }
        if (!plain.matches("[0-9]{1,9}([.,][0-9]{1,2})?")) {
            throw Problem.invalid(field, "problem.action.amount");
        }
        return checked(field, new BigDecimal(plain.replace(',', '.')));
    }

    static BigDecimal checked(String field, BigDecimal amount) {
        // A scale beyond all reason is looked at before anything is computed with it.
        if (amount.signum() < 0 || amount.scale() < -20 || amount.scale() > 20 || amount.precision() > 40) {
            throw Problem.invalid(field, "problem.action.amount");
        }
        try {
            BigDecimal whole = amount.setScale(2, RoundingMode.UNNECESSARY);
            if (whole.compareTo(MOST) > 0) {
                throw Problem.invalid(field, "problem.action.amount");
            }
            return whole;
        } catch (ArithmeticException finer) {
            throw Problem.invalid(field, "problem.action.amount");
        }
    }
}
