/**
 * Everyone who is no detractor: passives before they drift (S3-11), promoters and what they are ready to do (S3-16), and
 * milestones worth a greeting (S2-05). Detractors are the business of the rooms {@code cases} and {@code followups}.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "workspaces",
            "contacts",
            "interactions",
            "sheets",
            "surveys",
            "surveys :: questions",
            "invitations",
            "invitations :: cadence",
            "invitations :: mail",
            "invitations :: outbox",
            "responses",
            "responses :: web",
            "channels",
            "verbatims",
            "corrections",
            "followups"
        })
package org.upturn.server.tracks;
