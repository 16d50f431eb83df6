/**
 * What one member writes to one person, over the same outbox as all other mail: plain words under the member's name, in one
 * thread with what was written before.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("personal")
package org.upturn.server.invitations.personal;
