/**
 * Whom we ask: contacts with their own id, their attributes, and how they come in from a file. Knows nothing of surveys
 * or answers; those point here.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "workspaces", "sheets"})
package org.upturn.server.contacts;
