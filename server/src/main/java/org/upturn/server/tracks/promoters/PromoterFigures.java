package org.upturn.server.tracks.promoters;

/**
 * The promoters of a wave in numbers.
 *
 * @param thanked people
 * @param visits presses of the buttons of their referral pages
 * @param redeemed friends who became customers
 * @param quotable people whose testimonial stands
 */
public record PromoterFigures(long promoters, long thanked, long visits, long redeemed, long quotable) {}
