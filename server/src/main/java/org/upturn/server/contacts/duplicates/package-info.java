/** Contacts that may be the same person: found, judged by people, merged and split again. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("duplicates")
package org.upturn.server.contacts.duplicates;
