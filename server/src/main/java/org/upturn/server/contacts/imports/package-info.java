/** How contacts come in from a file: looked at, tried, brought in, and taken back. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.contacts.imports;
