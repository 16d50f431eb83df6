/** What people do from end to end, in a real browser: the loop, without JavaScript, and by everybody (WCAG 2.2 AA). */
@org.jspecify.annotations.NullMarked
package org.upturn.server.journeys;
