package org.upturn.server.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.upturn.server.house.UpturnTest;

/** Pages compose upward by URL and not by type, so the compiler does not see a link that leads nowhere. This does. */
@UpturnTest
class TemplateLinkTests {
    private static final String AN_ID = "0192f0c1-0000-7000-8000-000000000000";
    private static final Pattern LINK = Pattern.compile("\\b(href|action|src|data-hx-get|data-hx-post|formaction)=\"");
    private static final Pattern HANDED_IN = Pattern.compile("\\bpath = \"(/[^\"]*)\"");

    /** Links whose path is handed in from elsewhere; it is checked where it is written down. */
    private static final Set<String> HANDED_ON = Set.of(
            "page.to(path)",
            "path",
            "page.to(choice.",
            "row.invitation().path()",
            "page.path()",
            "form.page().path()",
            "action",
            "back",
            // a mail's links are whole addresses, followed in WholeMailLoopTests
            "view.link()",
            "view.unsubscribeLink()",
            "view.hiddenLink()",
            "button.link()",
            // the path of a correction link, followed in CorrectionLinkTests
            "view.path()",
            "row.link()",
            // a mail of alerts, and the link in it, followed in AlertMailTests
            "item.links()",
            "mail.settingsLink()",
            "link.path()",
            // the record or the page of passives, followed in AlertsToPeopleTests
            "alert.standing().path()",
            "line.alert().standing().path()",
            // sites of others, checked in PromoterTrackTests
            "place.url()",
            "onward",
            // a chapter of the guide, followed in HelpPagesTests
            "finding.chapter().path()",
            // a file of an answer, followed in AnswerFileTests
            "file.path()",
            // the mail program of whoever writes, checked in LetterByHandTests
            "view.mailto()");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private record Link(Path template, String method, String url) {}

    @Test
    void everyLinkAndFormInATemplateHasAHandler() {
        List<Link> links = Sources.templates().stream()
                .flatMap(file -> links(file).stream())
                .toList();

        assertThat(links).as("links are found at all").hasSizeGreaterThan(40);
        assertThat(links.stream().filter(link -> !leadsSomewhere(link)))
                .as("A link in a template that no handler answers: rooms show each other's pages by URL only")
                .isEmpty();
    }

    private boolean leadsSomewhere(Link link) {
        String path = link.url().replaceAll("[?#].*", "");
        if (path.startsWith("/assets/htmx/")) {
            return true;
        }
        if (path.startsWith("/assets/")) {
            return new ClassPathResource(path).exists();
        }
        var request = new MockHttpServletRequest(link.method(), path);
        request.setContentType(link.method().equals("POST") ? "application/x-www-form-urlencoded" : null);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            return handlers.getHandler(request) != null;
        } catch (Exception notSupported) {
            return false;
        }
    }

    private static List<Link> links(Path file) {
        String template = Sources.read(file);
        var links = new ArrayList<Link>();
        LINK.matcher(template)
                .results()
                .forEach(match -> urls(Markup.attribute(template, match.end()))
                        .forEach(url -> links.add(new Link(file, method(template, match), url))));
        HANDED_IN.matcher(template).results().forEach(match -> links.add(new Link(file, "GET", match.group(1))));
        return links;
    }

    private static String method(String template, MatchResult match) {
        String name = match.group(1);
        String tag = template.substring(template.lastIndexOf('<', match.start()), match.start());
        boolean posts = name.equals("formaction") && !tag.contains("formmethod=\"get\"");
        return name.equals("data-hx-post") || posts || (name.equals("action") && tag.contains("method=\"post\""))
                ? "POST"
                : "GET";
    }

    /** The paths that an attribute can come to, with an id in the place of every expression. */
    private static List<String> urls(String attribute) {
        if (attribute.startsWith("#") || attribute.startsWith("mailto:") || attribute.startsWith("tel:")) {
            return List.of();
        }
        if (attribute.startsWith("/")) {
            return List.of(withoutExpressions(attribute));
        }
        if (HANDED_ON.stream().anyMatch(known -> attribute.startsWith("${" + known))) {
            return List.of();
        }
        List<String> urls = literals(attribute.replaceAll("^\\$\\{(page\\.to\\()?", ""));
        return urls.isEmpty() ? List.of("/cannot-be-told/" + attribute) : urls;
    }

    private static String withoutExpressions(String attribute) {
        var url = new StringBuilder();
        int at = 0;
        while (at < attribute.length()) {
            if (attribute.startsWith("${", at)) {
                url.append(AN_ID);
                at = attribute.indexOf('}', at) + 1;
            } else {
                url.append(attribute.charAt(at++));
            }
        }
        return url.toString();
    }

    /** Each side of {@code condition ? "/a/" + id : "/b/" + id}, put together. */
    private static List<String> literals(String expression) {
        var urls = new ArrayList<String>();
        for (String side : expression.split("[?:](?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            if (side.strip().startsWith("\"/")) {
                var url = new StringBuilder();
                for (String part : side.split("\\+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
                    Matcher literal = Pattern.compile("\"([^\"]*)\"").matcher(part);
                    url.append(literal.find() ? literal.group(1) : AN_ID);
                }
                urls.add(url.toString());
            }
        }
        return urls;
    }
}
