/** Segments by rule: who is in one is asked of the contacts as they are now. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("segments")
package org.upturn.server.contacts.segments;
