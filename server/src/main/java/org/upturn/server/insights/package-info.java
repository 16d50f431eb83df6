/**
 * What it means: NPS with its interval by wave and by segment, detractor count with resolution rate, themes by weight.
 * Read models only: it may look into the tables of every room below and changes none.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "sheets",
            "workspaces",
            "contacts",
            "interactions",
            "surveys",
            "invitations",
            "responses",
            "verbatims",
            "cases",
            "cases :: authority",
            "changes",
            "corrections"
        })
package org.upturn.server.insights;
