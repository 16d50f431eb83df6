/** Cleaning at the source (S0-01, S0-31): what people type, written one way, and what looks mistyped, noticed. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("clean")
package org.upturn.server.contacts.clean;
