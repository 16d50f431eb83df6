/**
 * Reads the tables people bring, whatever their encoding and separator, and hands bad rows back so that they can be
 * mended. It finds out how a file is written, which column plays which role, and what a score or a date says; every
 * refusal carries a reason and a way to mend it. It does not decide what a row means to contacts or responses.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
package org.upturn.server.sheets;
