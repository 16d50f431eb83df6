/**
 * Asking: one invitation for each contact and wave, and the personal link that belongs to it. The link is made from the
 * installation's secret and kept only as a hash, so nobody can forge one, not even with a copy of the database.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "installation",
            "workspaces",
            "contacts",
            "contacts :: clean",
            "contacts :: segments",
            "surveys",
            "surveys :: questions",
            "sheets"
        })
package org.upturn.server.invitations;
