/** Passives: who is about to drift, what they miss, who is in touch with them. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("passives")
package org.upturn.server.tracks.passives;
