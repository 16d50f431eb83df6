/** People's word on themes: giving it, taking it back, being asked for it, and how it agrees with the engine's. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("review")
package org.upturn.server.verbatims.review;
