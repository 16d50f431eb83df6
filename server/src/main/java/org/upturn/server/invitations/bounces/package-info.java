/**
 * What comes back: bounces and complaints, read from a mailbox or reported by a mail service, and what follows from them. What
 * is neither is told to the rooms above ({@link org.upturn.server.invitations.bounces.MailArrived}) and stays where it is.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("bounces")
package org.upturn.server.invitations.bounces;
