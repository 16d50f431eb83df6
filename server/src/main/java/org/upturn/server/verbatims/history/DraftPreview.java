package org.upturn.server.verbatims.history;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.upturn.engine.Theme;
import org.upturn.server.verbatims.Quotation;

/**
 * What a draft would change among the latest verbatims of its program.
 *
 * @param read how many have been read against the draft
 * @param all how many are to be read
 * @param finished whether all of them are, and the effects are there
 * @param effects theme by theme, those that change most first; also those that stay the same
 */
public record DraftPreview(int version, int revision, int read, int all, boolean finished, List<Effect> effects) {
    /**
     * What changes for one theme. A theme that was merged into it counts as itself before.
     *
     * @param before how many verbatims name it as they were read
     * @param after how many would
     * @param gained some that would newly name it
     * @param lost some that would no longer
     */
    public record Effect(Theme theme, Kind kind, int before, int after, List<Sample> gained, List<Sample> lost) {
        public boolean isSame() {
            return kind == Kind.KEPT && gained.isEmpty() && lost.isEmpty();
        }
    }

    /** Where a theme stands. */
    public enum Kind {
        KEPT,
        ADDED,
        REMOVED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Words with the evidence marked, and whose they are. */
    public record Sample(UUID contact, String verbatim, String theme, int start, int end) {
        public Quotation quotation() {
            return Quotation.of(verbatim, theme, start, end);
        }
    }

    /** How many themes stay just as they are. */
    public long same() {
        return effects.stream().filter(Effect::isSame).count();
    }

    public List<Effect> changing() {
        return effects.stream().filter(one -> !one.isSame()).toList();
    }
}
