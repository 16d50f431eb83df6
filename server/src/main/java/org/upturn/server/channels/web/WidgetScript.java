package org.upturn.server.channels.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.upturn.server.channels.Arrivals;
import org.upturn.server.channels.Collector;
import org.upturn.server.channels.CollectorSettings;
import tools.jackson.databind.json.JsonMapper;

/** The widget's script with its settings and texts in it, so that one request brings all. */
@Component
class WidgetScript {
    /** For a widget that is closed: the page that shows it must not break. */
    static final byte[] NOTHING = "".getBytes(StandardCharsets.UTF_8);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PublicTexts texts;
    private final Arrivals arrivals;
    private final String source;

    WidgetScript(PublicTexts texts, Arrivals arrivals) {
        this.texts = texts;
        this.arrivals = arrivals;
        try {
            source = new ClassPathResource("channels/widget.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    byte[] of(Collector by) {
        CollectorSettings settings = by.settings();
        var told = new LinkedHashMap<String, Object>();
        told.put("key", by.key());
        told.put("form", settings.form());
        told.put("people", settings.people());
        told.put("delay", settings.delay());
        told.put("scroll", settings.scroll());
        told.put("path", settings.path());
        told.put("share", settings.share());
        told.put("again", Math.max(settings.again(), arrivals.quietDays(by.workspace())));
        var asked = texts.askedOrNext(by);
        told.put("base", asked.base());
        told.put("more", !asked.questions().isEmpty());
        told.put("texts", Map.copyOf(texts.forScript(by, asked)));
        String json = JSON.writeValueAsString(told)
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
        return source.replace("__SETTINGS__", json).getBytes(StandardCharsets.UTF_8);
    }
}
