/**
 * Finding what somebody said: full text with filters, what means nearly the same, and searches kept under a name. A
 * read model: it may look into the tables of every room below and changes none but its own.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "workspaces",
            "contacts",
            "surveys",
            "responses",
            "verbatims",
            "verbatims :: review",
            "sheets"
        })
package org.upturn.server.search;
