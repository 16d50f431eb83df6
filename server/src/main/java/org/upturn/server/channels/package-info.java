/**
 * Where people answer without a link of their own: open links with their QR codes, the widget on the team's own site, and
 * kiosks. What comes in goes the way of every answer. Nobody who comes this way is taken for a known contact without proof.
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
            "contacts :: clean",
            "invitations",
            "invitations :: mail",
            "invitations :: outbox",
            "invitations :: texts",
            "responses"
        })
package org.upturn.server.channels;
