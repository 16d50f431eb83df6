package org.upturn.server.corrections;

/**
 * How it goes with the requests for one reason in one wave.
 *
 * @param asked how many people were asked, by mail or by hand
 * @param opened how many of them opened the page, or answered
 * @param skipped how many were not asked, for a reason of the mail's
 */
public record ReasonCounts(Reason reason, long asked, long opened, long answered, long expired, long skipped) {}
