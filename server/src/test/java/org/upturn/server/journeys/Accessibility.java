package org.upturn.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks at a page with axe-core by the rules of WCAG 2.2 AA: on a desktop and a phone, by day and by night. */
final class Accessibility {
    private static final String RUN = """
            () => axe.run(document, {
              resultTypes: ["violations"],
              runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
            }).then((found) => found.violations.flatMap((rule) =>
              rule.nodes.map((node) => rule.id + ": " + node.failureSummary.replace(/\\s+/g, " ") + " " + node.html.slice(0, 300))))
            """;

    private static final String OVERFLOW = """
            () => document.documentElement.scrollWidth > innerWidth
              ? [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
                  .slice(0, 5).map((one) => one.tagName + "." + one.className)
              : []
            """;

    private Accessibility() {}

    /** Fails with everything that is wrong with the page now shown. */
    static void check(Page page) {
        assertThat(violations(page)).as(page.url()).isEmpty();
    }

    static List<String> violations(Page page) {
        var found = new ArrayList<String>();
        page.evaluate(script());
        for (int width : new int[] {Windows.DESKTOP, Windows.PHONE}) {
            page.setViewportSize(width, 800);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                texts(page, RUN).forEach(one -> found.add(width + " " + scheme + " " + one));
            }
            texts(page, OVERFLOW).forEach(one -> found.add(width + " is too narrow for " + one));
        }
        page.setViewportSize(Windows.DESKTOP, 800);
        return found;
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }

    private static String script() {
        try (var axe = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
