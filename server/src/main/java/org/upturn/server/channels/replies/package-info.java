/**
 * What people reply to text messages: read, taken as answers, as a wish to get no more, or kept for a person to look at.
 */
@org.jspecify.annotations.NullMarked
package org.upturn.server.channels.replies;
