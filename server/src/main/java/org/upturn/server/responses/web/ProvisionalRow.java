package org.upturn.server.responses.web;

import org.upturn.server.contacts.Contact;
import org.upturn.server.responses.AnswerDraft;

/** An answer that waits to count, with whose it is. */
public record ProvisionalRow(Contact contact, AnswerDraft draft) {}
