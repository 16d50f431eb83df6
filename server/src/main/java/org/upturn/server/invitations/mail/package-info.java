/**
 * What a mail is and how it gets out: the settings of a workspace's mail server and sender, the texts of a program, the
 * composed message with its signature, and one connection to a mail server. Knows nothing of queues.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("mail")
package org.upturn.server.invitations.mail;
