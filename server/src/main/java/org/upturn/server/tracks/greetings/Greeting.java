package org.upturn.server.tracks.greetings;

/**
 * A greeting that goes by itself, once a year to each.
 *
 * @param attribute with the day, as YYYY-MM-DD; only with {@link Milestone#BIRTHDAY}, else empty
 * @param subject the team's own; empty for the standard words in the person's language, as for the other two
 */
public record Greeting(Milestone milestone, String attribute, String subject, String greeting, String body) {}
