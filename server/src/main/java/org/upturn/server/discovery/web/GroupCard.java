package org.upturn.server.discovery.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.Contact;
import org.upturn.server.discovery.FoundGroup;
import org.upturn.server.kernel.Score;

/**
 * A group as the board shows it.
 *
 * @param theme the theme that was made of it, as it stands in an address; null when none was
 * @param share its people in the wave among all who wrote in it, 0…1; null when not all of them were grouped
 * @param most people in either wave of the group with most, what the bars are drawn against
 */
public record GroupCard(
        FoundGroup group,
        List<Voice> voices,
        @Nullable String theme,
        @Nullable Double share,
        int most) {
    /** From this times as many on, growth is said as a factor. */
    private static final double WORTH_SAYING = 1.5;

    private static final int IN_LABEL = 3;

    /**
     * What one person of the group said.
     *
     * @param before whether the verbatim begins earlier
     * @param after whether it goes on
     */
    public record Voice(Contact contact, Score score, UUID response, String words, boolean before, boolean after) {
        public String shown() {
            return (before ? "… " : "") + words + (after ? " …" : "");
        }
    }

    public String id() {
        return group.id().toString();
    }

    /** Its other words. */
    public List<String> more() {
        return group.terms()
                .subList(Math.min(IN_LABEL, group.terms().size()), group.terms().size());
    }

    public boolean hasBefore() {
        return group.inWaveBefore() != null;
    }

    public int before() {
        return group.inWaveBefore() == null ? 0 : group.inWaveBefore();
    }

    /** How many times as many as in the wave before, when that is worth saying; else 0. */
    public double factor() {
        double factor = before() == 0 ? 0 : group.inWave() / (double) before();
        return factor >= WORTH_SAYING ? factor : 0;
    }

    /** The length of the bar of so many people, of 100. */
    public int bar(int people) {
        return people == 0 ? 0 : Math.max(2, Math.round(100f * people / most));
    }
}
