package org.upturn.server.discovery.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.discovery.Board;
import org.upturn.server.discovery.FoundGroup;
import org.upturn.server.surveys.Program;

/**
 * The board as a page shows it.
 *
 * @param cards the largest first
 * @param left how many groups are not among the cards
 * @param gone the group that was dismissed just now; null when none was
 */
public record BoardView(
        List<Program> programs,
        Program program,
        Board board,
        List<GroupCard> cards,
        int left,
        @Nullable FoundGroup gone) {
    /** The program and the wave as parameters of an address. */
    public String address() {
        String wave = board.scope() == null
                ? ""
                : "&wave=" + board.scope().wave().id().value();
        return "program=" + program.id().value() + wave;
    }

    /** The wave in view as forms send it along; empty when there is none. */
    public String wave() {
        return board.scope() == null ? "" : board.scope().wave().id().value().toString();
    }

    /** When the groups that are shown were found, as a page remembers it; empty when there are none. */
    public String shown() {
        return board.found() == null
                ? ""
                : String.valueOf(board.found().computedAt().toEpochMilli());
    }
}
