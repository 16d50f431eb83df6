/** Telling people: the home page and a person's whole story, put together from the rooms below. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "workspaces",
            "contacts",
            "contacts :: duplicates",
            "interactions",
            "surveys",
            "invitations",
            "responses",
            "verbatims",
            "cases",
            "cases :: authority",
            "cases :: web",
            "changes",
            "insights"
        })
package org.upturn.server.reports;
