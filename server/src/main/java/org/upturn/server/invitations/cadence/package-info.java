/**
 * Asking by itself: schedules that open a wave and send its mails every so many days, after something happened to a
 * person, or on a day that matters to them; and advice on how often the team can act on what comes back (S3-25).
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("cadence")
package org.upturn.server.invitations.cadence;
