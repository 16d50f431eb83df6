/**
 * Alerts: people hear of what happens to a case, and of passives that become theirs, by mail, in chat, by a webhook and in the app. No alert can be made without
 * the person’s words and their prior answer (S4-11): {@link org.upturn.server.alerts.messages.Alert} is a type that does not
 * exist without them, and every channel draws only that type.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "installation",
            "workspaces",
            "contacts",
            "surveys",
            "surveys :: questions",
            "invitations",
            "invitations :: mail",
            "invitations :: texts",
            "responses",
            "verbatims",
            "cases",
            "cases :: authority",
            "tracks :: passives"
        })
package org.upturn.server.alerts;
