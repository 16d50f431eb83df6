package org.upturn.server.invitations.web;

import org.upturn.server.invitations.outbox.MailFate;

/** A mail to one person with the name of its wave. */
public record FateRow(String wave, MailFate fate) {}
