/**
 * What comes back: bounces and complaints, read from a mailbox or reported by a mail service, and what follows from them.
 */
@org.jspecify.annotations.NullMarked
package org.upturn.server.invitations.bounces;
