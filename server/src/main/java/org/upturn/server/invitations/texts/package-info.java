/**
 * What a text message is and how it gets out: the gateway of the team's own that it is handed to over HTTP, its signature,
 * the short texts of a program. Knows nothing of queues.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("texts")
package org.upturn.server.invitations.texts;
