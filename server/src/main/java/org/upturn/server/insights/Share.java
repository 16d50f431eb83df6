package org.upturn.server.insights;

/**
 * A part of a whole, kept as counts and computed late.
 *
 * @param part 0…whole
 */
public record Share(long part, long whole) {
    public static final Share NONE = new Share(0, 0);

    /** The 97.5 % point of the normal distribution: intervals here hold 95 %. */
    private static final double Z = 1.959963984540054;

    /** 0…1; not a number without a whole. */
    public double value() {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    /** The lower end of the 95 % interval, 0…1, never above {@link #value()}. */
    public double low() {
        return whole == 0 ? Double.NaN : Math.min(value(), Math.max(0, centre() - reach()));
    }

    /** The upper end of the 95 % interval, 0…1, never below {@link #value()}. */
    public double high() {
        return whole == 0 ? Double.NaN : Math.max(value(), Math.min(1, centre() + reach()));
    }

    /**
     * The middle of the score interval: z² pseudo-observations, half of them in the part. Source: E. B. Wilson, "Probable
     * Inference, the Law of Succession, and Statistical Inference", Journal of the American Statistical Association 22 (1927).
     */
    private double centre() {
        return (part + Z * Z / 2) / (whole + Z * Z);
    }

    private double reach() {
        double p = value();
        return Z * Math.sqrt(whole * p * (1 - p) + Z * Z / 4) / (whole + Z * Z);
    }
}
