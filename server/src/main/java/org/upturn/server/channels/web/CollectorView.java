package org.upturn.server.channels.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.channels.Collector;
import org.upturn.server.channels.CollectorKind;
import org.upturn.server.channels.Held;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Wave;

/**
 * What the page of a collector shows.
 *
 * @param asking the name of the wave that an answer would belong to now; null when none is open
 * @param base the address of this installation as it was just used
 * @param secret just made, to be shown once; null otherwise
 * @param held how often it was not shown, by the reason
 * @param quietDays the contact frequency of the workspace
 */
public record CollectorView(
        Collector collector,
        Program program,
        List<Wave> waves,
        @Nullable String asking,
        String base,
        @Nullable String secret,
        Map<Held, Long> held,
        int quietDays) {
    public String id() {
        return collector.id().value().toString();
    }

    public String link() {
        return base + collector.path();
    }

    public boolean is(String kind) {
        return collector.kind() == CollectorKind.of(kind);
    }

    /** What the team puts into its pages. */
    public String snippet() {
        return (collector.settings().form().equals("inline") ? "<div data-upturn></div>\n" : "") + "<script src=\""
                + link() + "\" async></script>";
    }

    public String origins() {
        return String.join("\n", collector.settings().origins());
    }

    public boolean isOf(Wave wave) {
        return wave.id().equals(collector.wave());
    }
}
