package org.upturn.server.invitations.web;

import org.upturn.server.contacts.Contact;
import org.upturn.server.invitations.outbox.Skip;

/** Somebody who was sent nothing, and why. */
public record SkippedRow(Contact contact, Skip reason) {}
