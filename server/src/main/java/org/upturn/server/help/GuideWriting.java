package org.upturn.server.help;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes pages of Markdown (CommonMark with tables): headings get the anchors that GitHub gives them, so that one link
 * works in both places; links between files become links between pages; what is wide can be scrolled with the keyboard.
 */
final class GuideWriting {
    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .build();
    private final Predicate<String> known;

    /** @param known whether there is a chapter of that name, for a link to anything else leads nowhere here */
    GuideWriting(Predicate<String> known) {
        this.known = known;
    }

    /** Where a chapter lies in {@code docs/}; a folder's own is its README. */
    static String file(String name) {
        return name.isEmpty() ? "README.md" : name.equals("api") ? "api/README.md" : name + ".md";
    }

    Chapter chapter(String name, String markdown) {
        Document page = Jsoup.parseBodyFragment(renderer.render(parser.parse(markdown)));
        page.outputSettings().prettyPrint(false);
        Element body = page.body();
        anchors(body);
        Set<String> links = links(name, body);
        wide(body);
        List<Chapter.Part> parts = parts(body);
        return new Chapter(name, parts.getFirst().title(), body.html(), links, parts);
    }

    private static void anchors(Element body) {
        var used = new HashSet<String>();
        for (Element heading : body.select("h1, h2, h3")) {
            String plain = heading.text()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            String anchor = plain;
            for (int n = 1; !used.add(anchor); n++) {
                anchor = plain + "-" + n;
            }
            heading.id(anchor);
        }
    }

    private Set<String> links(String name, Element body) {
        URI here = URI.create("/" + file(name));
        var links = new HashSet<String>();
        for (Element link : body.select("a[href]")) {
            URI target = here.resolve(link.attr("href"));
            if (target.isAbsolute()) {
                link.attr("rel", "noopener noreferrer");
                continue;
            }
            String chapter = target.getPath()
                    .substring(1)
                    .replaceFirst("(^|/)README\\.md$", "")
                    .replaceFirst("\\.md$", "");
            if (known.test(chapter)) {
                links.add(chapter);
                link.attr(
                        "href",
                        Chapter.path(chapter) + (target.getFragment() == null ? "" : "#" + target.getFragment()));
            } else {
                link.unwrap();
            }
        }
        return links;
    }

    private static void wide(Element body) {
        for (Element table : body.select("table")) {
            table.wrap("<div class=\"sheet\" tabindex=\"0\" role=\"region\"></div>");
            Element above = table.parent()
                    .previousElementSiblings()
                    .select("h1, h2, h3")
                    .first();
            table.parent().attr("aria-label", above == null ? body.select("h1").text() : above.text());
        }
        body.select("pre").attr("tabindex", "0");
    }

    private static List<Chapter.Part> parts(Element body) {
        var parts = new ArrayList<Chapter.Part>();
        Element heading = body.firstElementChild();
        var text = new ArrayList<String>();
        for (Element next = heading; next != null; next = next.nextElementSibling()) {
            if (next != heading && next.is("h1, h2, h3")) {
                parts.add(part(heading, text));
                heading = next;
                text.clear();
            } else if (next != heading) {
                text.add(next.text());
            }
        }
        parts.add(part(heading, text));
        return parts;
    }

    private static Chapter.Part part(Element heading, List<String> text) {
        return new Chapter.Part(
                heading.tagName().charAt(1) - '0', heading.id(), heading.text(), String.join(" ", text));
    }
}
