package org.upturn.server.cases.authority;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Texts;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

/** The catalogue that a workspace begins with, if it likes: what S3-18 names, with modest limits that an owner changes. */
@Service
public class StandardActions {
    /** Kind, usual amount, and how far responders and managers go alone; the amounts are our choice of a beginning. */
    public static final List<Proposed> PROPOSED = List.of(
            new Proposed(ActionKind.REFUND, "50", "50", "500"),
            new Proposed(ActionKind.CREDIT, "25", "50", "500"),
            new Proposed(ActionKind.LEADERSHIP, null, null, null),
            new Proposed(ActionKind.SESSION, null, null, null));

    private final ActionCatalogue catalogue;

    StandardActions(ActionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * An action to begin with; its name stands in the messages under {@code action.standard} and its kind.
     *
     * @param amount null for what costs no money
     * @param alone the most that a responder may spend alone on a case, and ten times that in a month
     * @param managed the same of a manager
     */
    public record Proposed(
            ActionKind kind,
            @Nullable String amount,
            @Nullable String alone,
            @Nullable String managed) {
        private Told told(Texts texts) {
            return new Told(
                    kind.word(),
                    texts.text("action.standard." + kind.word()),
                    number(amount),
                    kind == ActionKind.LEADERSHIP
                            ? List.of(limit(Role.MANAGER, managed))
                            : List.of(limit(Role.RESPONDER, alone), limit(Role.MANAGER, managed)));
        }

        private static Limit limit(Role role, @Nullable String most) {
            BigDecimal perCase = number(most);
            return new Limit(role, perCase, perCase == null ? null : perCase.multiply(BigDecimal.TEN));
        }

        private static @Nullable BigDecimal number(@Nullable String told) {
            return told == null ? null : new BigDecimal(told);
        }
    }

    /** @throws Problem when there is a catalogue already */
    @Transactional
    public void begin(Member by, String currency, Texts texts) {
        if (!catalogue.list(by.workspace()).isEmpty()) {
            throw Problem.conflict("problem.action.begun");
        }
        catalogue.count(by, currency);
        PROPOSED.forEach(one -> catalogue.add(by, one.told(texts)));
    }
}
