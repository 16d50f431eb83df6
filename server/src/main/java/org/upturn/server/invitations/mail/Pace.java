package org.upturn.server.invitations.mail;

/**
 * How fast and how often.
 *
 * @param perMinute at most so many mails a minute
 * @param quietDays one person is asked at most once in so many days, over all programs (S3-25); 0 for no such rule
 */
public record Pace(int perMinute, int quietDays) {
    public static final Pace STANDARD = new Pace(600, 30);
}
