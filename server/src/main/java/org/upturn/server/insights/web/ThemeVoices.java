package org.upturn.server.insights.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Theme;
import org.upturn.server.contacts.Contact;
import org.upturn.server.kernel.Score;
import org.upturn.server.verbatims.Quotation;

/** A theme with the people who name it, in their words. */
public record ThemeVoices(Theme theme, List<Voice> voices) {
    /** The theme's id as it stands in an address. */
    public String address() {
        return URLEncoder.encode(theme.id(), StandardCharsets.UTF_8);
    }

    /** @param item the case of this detractor; null for others */
    public record Voice(
            Contact contact,
            Score score,
            Quotation quotation,
            @Nullable UUID item) {}
}
