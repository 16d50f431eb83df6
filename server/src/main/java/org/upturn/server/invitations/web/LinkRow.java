package org.upturn.server.invitations.web;

import org.upturn.server.contacts.Contact;
import org.upturn.server.invitations.Invitation;

/** An invited contact with the whole personal link. */
public record LinkRow(Contact contact, Invitation invitation, String link) {}
