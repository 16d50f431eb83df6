/**
 * Correction links: the same person is asked once more, and only for the part of their answer that is missing or confusing
 * (S0-16). By a member or by a rule; what they say becomes a new version of the same answer.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "workspaces",
            "contacts",
            "surveys",
            "surveys :: questions",
            "invitations",
            "invitations :: mail",
            "invitations :: outbox",
            "responses",
            "responses :: web",
            "verbatims"
        })
package org.upturn.server.corrections;
