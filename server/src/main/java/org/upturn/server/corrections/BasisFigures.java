package org.upturn.server.corrections;

import java.util.List;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.NetPromoterScore;

/**
 * A wave counted both ways.
 *
 * @param changed how many answers have more than one version
 * @param asked how many of these were changed through a correction link
 * @param moves who is in another group now; empty when nobody is
 */
public record BasisFigures(
        NetPromoterScore first, NetPromoterScore corrected, long changed, long asked, List<Move> moves) {
    /** So many people moved from one group to another. */
    public record Move(Group from, Group to, long people) {}

    public NetPromoterScore nps(Basis basis) {
        return switch (basis) {
            case FIRST -> first;
            case CORRECTED -> corrected;
        };
    }
}
