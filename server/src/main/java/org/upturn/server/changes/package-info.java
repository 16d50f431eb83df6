/** What we changed: one visible, named change for a theme, and the words in which everyone is told (S1-27). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "workspaces", "contacts", "surveys", "responses", "verbatims", "cases"})
package org.upturn.server.changes;
