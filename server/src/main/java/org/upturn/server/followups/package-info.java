/**
 * Speaking with the person of a case: letters by e-mail whose first sentence names what they said, their answers, the one
 * question to who gave no reason, calls and meetings. What was done is logged on the case; cases do not know this room, their
 * record shows it by its address.
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
            "invitations :: personal",
            "invitations :: bounces",
            "responses",
            "verbatims",
            "corrections",
            "cases"
        })
package org.upturn.server.followups;
