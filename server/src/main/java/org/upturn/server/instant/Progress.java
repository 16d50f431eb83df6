package org.upturn.server.instant;

import java.io.PrintStream;

/** Says how far the reading is: one line that changes on a terminal, a few lines elsewhere. */
final class Progress {
    private final PrintStream out;
    private final boolean terminal;
    private int all;
    private int said;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void begin(int texts) {
        all = texts;
        out.printf("  Reading %,d different texts%n", texts);
    }

    void at(int done) {
        int percent = all == 0 ? 100 : (int) (100L * done / all);
        if (terminal && percent > said) {
            out.printf("\r  %3d %%  %,d of %,d", percent, done, all);
            out.flush();
            said = percent;
        } else if (!terminal && all > 500 && percent >= said + 25) {
            said = percent / 25 * 25;
            out.printf("  %3d %%%n", said);
        }
    }

    void end() {
        if (terminal) {
            out.print("\r" + " ".repeat(40) + "\r");
        }
    }
}
