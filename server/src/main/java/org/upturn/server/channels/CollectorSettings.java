package org.upturn.server.channels;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/**
 * How a collector asks; each kind uses what concerns it.
 *
 * @param title above the open link's first page, the kiosk and the poster; empty for our own words
 * @param text below it
 * @param identity who an open link asks for: {@code email}, {@code name} (name and e-mail), {@code anonymous} (nobody)
 * @param contactAsked whether a kiosk asks at the end whom to come back to
 * @param origins of the pages that may show a widget, for example {@code https://www.example.org}
 * @param form of a widget: {@code popover} or {@code inline}
 * @param people who sees a widget: {@code anyone}, or only those who are {@code signed} by the site
 * @param delay in seconds before a widget shows, 0…600
 * @param scroll how far down the page one must be, in per cent, 0…100
 * @param path of the pages, with {@code *} for anything; empty for all
 * @param share of the visitors in per cent, 1…100
 * @param again after how many days somebody who answered or closed it may see it again, 0…730
 */
public record CollectorSettings(
        String title,
        String text,
        String identity,
        boolean contactAsked,
        List<String> origins,
        String form,
        String people,
        int delay,
        int scroll,
        String path,
        int share,
        int again) {
    public static final CollectorSettings STANDARD =
            new CollectorSettings("", "", "name", true, List.of(), "popover", "anyone", 5, 0, "", 100, 90);

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_ORIGINS = 20;

    public CollectorSettings {
        origins = List.copyOf(origins);
    }

    /** The same written tidily; @throws Problem where something cannot be so */
    public CollectorSettings checked() {
        return new CollectorSettings(
                text("title", title, LONGEST_TITLE),
                text("text", text, LONGEST_TEXT),
                oneOf("identity", identity, Set.of("email", "name", "anonymous")),
                contactAsked,
                origins(written()),
                oneOf("form", form, Set.of("popover", "inline")),
                oneOf("people", people, Set.of("anyone", "signed")),
                within("delay", delay, 0, 600),
                within("scroll", scroll, 0, 100),
                text("path", path, LONGEST_TITLE),
                within("share", share, 1, 100),
                within("again", again, 0, 730));
    }

    private List<String> written() {
        return origins.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    private List<String> origins(List<String> told) {
        if (told.size() > MOST_ORIGINS) {
            throw Problem.invalid("origins", "problem.collector.origins", MOST_ORIGINS);
        }
        return told.stream().map(CollectorSettings::origin).distinct().toList();
    }

    /** As browsers write it: scheme, host and port, nothing behind. */
    private static @Nullable String plain(String told) {
        try {
            URI uri = new URI(told.toLowerCase(Locale.ROOT));
            boolean bare = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && (uri.getPath() == null
                            || uri.getPath().isEmpty()
                            || uri.getPath().equals("/"))
                    && uri.getQuery() == null;
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return bare && web
                    ? uri.getScheme() + "://" + uri.getHost() + (uri.getPort() == -1 ? "" : ":" + uri.getPort())
                    : null;
        } catch (URISyntaxException strange) {
            return null;
        }
    }

    private static String origin(String told) {
        String plain = plain(told);
        if (plain == null) {
            throw Problem.invalid("origins", "problem.collector.origin", told);
        }
        return plain;
    }

    private static String text(String field, String told, int longest) {
        String text = told.replace("\0", "").strip();
        if (text.length() > longest) {
            throw Problem.invalid(field, "problem.collector.text", longest);
        }
        return text;
    }

    private static String oneOf(String field, String told, Set<String> words) {
        if (!words.contains(told)) {
            throw Problem.invalid(
                    field,
                    "problem.collector.choice",
                    String.join(", ", words.stream().sorted().toList()));
        }
        return told;
    }

    private static int within(String field, int told, int least, int most) {
        if (told < least || told > most) {
            throw Problem.invalid(field, "problem.collector.number", least, most);
        }
        return told;
    }
}
