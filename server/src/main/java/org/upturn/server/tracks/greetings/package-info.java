/** Greetings on days that come back: who they go to, what they say, and that nobody gets one twice a year (S2-05). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("greetings")
package org.upturn.server.tracks.greetings;
