package org.upturn.server.surveys;

import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/**
 * What a wave is about (S0-22, S1-11); every text may be empty.
 *
 * @param timing when in the program it asks; null when that was not said
 * @param module the part of a program, for example “Resume Skills”
 * @param session one meeting of it
 * @param touchpoint what people just had to do with us, for example “Support call”
 */
public record Occasion(@Nullable Timing timing, String module, String session, String touchpoint) {
    public static final Occasion NONE = new Occasion(null, "", "", "");

    private static final int LONGEST = 100;

    public Occasion {
        module = checked("module", module);
        session = checked("session", session);
        touchpoint = checked("touchpoint", touchpoint);
    }

    private static String checked(String field, @Nullable String told) {
        String text = told == null ? "" : told.strip();
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Problem.invalid(field, "problem.wave.occasion", LONGEST);
        }
        return text;
    }
}
