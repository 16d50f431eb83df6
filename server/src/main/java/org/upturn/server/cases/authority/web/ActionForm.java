package org.upturn.server.cases.authority.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.authority.Amounts;
import org.upturn.server.cases.authority.Limit;
import org.upturn.server.cases.authority.Told;
import org.upturn.server.workspaces.Role;

/** An action of the catalogue as the form sends it; Spring fills it by name. */
record ActionForm(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String usualAmount,
        @Nullable String responder,
        @Nullable String responderPerCase,
        @Nullable String responderPerMonth,
        @Nullable String manager,
        @Nullable String managerPerCase,
        @Nullable String managerPerMonth) {
    Told told() {
        List<Limit> limits = new ArrayList<>();
        add(limits, Role.RESPONDER, responder, responderPerCase, responderPerMonth);
        add(limits, Role.MANAGER, manager, managerPerCase, managerPerMonth);
        return new Told(kind, name, Amounts.of("usualAmount", text(usualAmount)), limits);
    }

    private static void add(
            List<Limit> limits, Role role, @Nullable String may, @Nullable String perCase, @Nullable String perMonth) {
        if (may != null) {
            limits.add(new Limit(role, Amounts.of("limits", text(perCase)), Amounts.of("limits", text(perMonth))));
        }
    }

    private static String text(@Nullable String told) {
        return told == null ? "" : told;
    }
}
