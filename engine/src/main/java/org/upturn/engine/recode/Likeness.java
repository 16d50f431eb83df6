package org.upturn.engine.recode;

/**
 * How like a clause is to a theme: the cosine of both less what all feedback shares, told from the product of their bytes.
 *
 * <p>With v the clause's vector, m the mean of ordinary feedback and d the theme's direction (length 1) it is (v − m) · d ÷
 * |v − m|. Products of bytes are whole numbers, so it is the same to the last bit however the sum was made.
 */
public final class Likeness {
    private Likeness() {}

    /**
     * @param product sum of the products of the bytes of v and d
     * @param reach what one in a byte of v stands for ÷ |v − m|
     * @param share 1 ÷ |v − m|
     * @param step what one in a byte of d stands for
     * @param along m · d
     * @return −1…1
     */
    public static double of(double product, double reach, double share, double step, double along) {
        return product * reach * step - share * along;
    }
}
