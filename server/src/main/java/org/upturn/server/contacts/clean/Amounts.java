package org.upturn.server.contacts.clean;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads amounts of money as people write them: {@code 12.500 €}, {@code $12,500}, {@code 1 234 567,89}, {@code 1’200.–}. */
public final class Amounts {
    private static final int LONGEST = 40;

    /** A sign or an abbreviation before or behind the number. */
    private static final String CURRENCY = "^(\\p{Sc}|\\p{L}{1,4}\\.?)|(\\p{Sc}|\\p{L}{1,4}\\.?)$";

    private Amounts() {}

    /**
     * The amount; empty when it is none. Money has two decimals at most, so what stands in groups of three is grouped:
     * {@code 12.500} is twelve thousand five hundred.
     */
    public static Optional<BigDecimal> of(String typed) {
        String digits = typed.length() > LONGEST
                ? ""
                : typed.replaceAll("[\\s\\p{Z}'’]", "").replaceAll(CURRENCY, "").replaceAll("[.,][-–—]+$", "");
        if (digits.matches("\\d+|\\d{1,3}([.,])\\d{3}(\\1\\d{3})*")) {
            return Optional.of(new BigDecimal(digits.replaceAll("[.,]", "")));
        }
        if (digits.matches("(\\d+|\\d{1,3}(\\.\\d{3})+),\\d{1,2}")) {
            return Optional.of(new BigDecimal(digits.replace(".", "").replace(',', '.')));
        }
        return digits.matches("(\\d+|\\d{1,3}(,\\d{3})+)\\.\\d{1,2}")
                ? Optional.of(new BigDecimal(digits.replace(",", "")))
                : Optional.empty();
    }
}
