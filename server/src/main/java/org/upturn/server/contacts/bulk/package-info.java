/** Contacts by the ten thousand in a few statements: for whoever brings in a history. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("bulk")
package org.upturn.server.contacts.bulk;
