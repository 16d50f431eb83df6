/**
 * The outbox: orders to send, the mails that wait in a table until a mail server has taken them, the reminders that follow,
 * what became of each mail, and the addresses that get none any more.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("outbox")
package org.upturn.server.invitations.outbox;
