package org.upturn.server.contacts.duplicates;

import java.util.UUID;
import org.upturn.server.contacts.Contact;

/**
 * Two contacts that may be one person.
 *
 * @param likeness 0…1
 * @param reason what speaks for it: {@code email-and-name}, {@code phone-and-name}, {@code near-email},
 *     {@code name-and-account}, {@code email}, {@code name}, or {@code told} by somebody
 * @param dismissed whether somebody said that they are two
 */
public record Duplicate(UUID id, Contact one, Contact other, double likeness, String reason, boolean dismissed) {}
