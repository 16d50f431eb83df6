/**
 * What else we know of a contact: support tickets, calls, meetings, notes and documents. Together with the answers they
 * are the history that a record carries (S4-02, S4-06).
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "workspaces", "contacts"})
package org.upturn.server.interactions;
