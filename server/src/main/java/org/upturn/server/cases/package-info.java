/**
 * Closing the loop: a case for each detractor, with its subtype, a named owner and its clocks; what was promised,
 * delivered and answered is logged on it, and it closes only with an outcome. A case opens in the transaction of the
 * response, so no detractor can be stored without one.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "workspaces",
            "contacts",
            "contacts :: segments",
            "interactions",
            "surveys",
            "surveys :: questions",
            "invitations :: cadence",
            "responses",
            "verbatims",
            "sheets"
        })
package org.upturn.server.cases;
