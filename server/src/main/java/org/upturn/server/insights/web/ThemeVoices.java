package org.upturn.server.insights.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Theme;
import org.upturn.server.contacts.Contact;
import org.upturn.server.kernel.Score;
import org.upturn.server.verbatims.Quotation;

/** A theme with the people who name it, in their words. */
public record ThemeVoices(Theme theme, List<Voice> voices) {
    /** @param item the case of this detractor; null for others */
    public record Voice(
            Contact contact,
            Score score,
            Quotation quotation,
            @Nullable UUID item) {}
}
