/**
 * The discovery board: what people say that no theme covers, grouped by what it means, and from there into the codebook. A
 * read model of the rooms below, with boards, dismissals and made themes of its own; it computes in the background and
 * never in the way of arrivals.
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
            "verbatims :: codebook"
        })
package org.upturn.server.discovery;
