/** The conversation on the record: letters, answers, the one question, calls and meetings; and the team’s own words for them. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.followups.web;
