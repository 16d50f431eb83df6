package org.upturn.server.insights.loop;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;

/**
 * Whose loop is looked at.
 *
 * @param waves neighbours, the earliest first
 * @param subtype null for all
 */
public record LoopFilter(
        ProgramId program, List<Wave> waves, @Nullable Subtype subtype) {
    /**
     * The waves from one to another, both included.
     *
     * @param all of the program, the earliest first
     * @param from null for the first
     * @param to null for the last
     */
    public static LoopFilter of(
            ProgramId program, List<Wave> all, @Nullable UUID from, @Nullable UUID to, @Nullable Subtype subtype) {
        int first = from == null ? 0 : place(all, from);
        int last = to == null ? all.size() - 1 : place(all, to);
        if (first > last && !all.isEmpty()) {
            throw Problem.invalid("from", "problem.loop.order");
        }
        return new LoopFilter(program, all.isEmpty() ? all : List.copyOf(all.subList(first, last + 1)), subtype);
    }

    private static int place(List<Wave> all, UUID id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(new WaveId(id))) {
                return i;
            }
        }
        throw Problem.notFound("problem.unknown.wave");
    }
}
