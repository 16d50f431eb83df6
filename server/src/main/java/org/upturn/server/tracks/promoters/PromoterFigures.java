package org.upturn.server.tracks.promoters;

import java.util.List;

/**
 * The promoters of a wave in numbers.
 *
 * @param thanked people
 * @param visits presses of the buttons of their referral pages
 * @param redeemed friends who became customers
 * @param quotable people whose testimonial stands
 */
public record PromoterFigures(long promoters, long thanked, long visits, long redeemed, long quotable) {
    static PromoterFigures of(List<Promoter> all) {
        return new PromoterFigures(
                all.size(),
                all.stream().filter(one -> one.thanks() != null).count(),
                all.stream()
                        .mapToLong(one ->
                                one.advocate() == null ? 0 : one.advocate().visits())
                        .sum(),
                all.stream()
                        .mapToLong(one ->
                                one.advocate() == null ? 0 : one.advocate().redeemed())
                        .sum(),
                all.stream()
                        .filter(one -> one.advocate() != null && one.advocate().quotable())
                        .count());
    }
}
