package org.upturn.server.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class GuideTests {
    private final Guide guide = new Guide();

    @Test
    void everyLinkLeadsToAChapterAndAHeadingOfIt() {
        var places = new HashSet<String>();
        for (Chapter chapter : guide.chapters()) {
            places.add(chapter.path());
            chapter.parts().forEach(part -> places.add(chapter.path() + "#" + part.anchor()));
        }
        for (Chapter chapter : guide.chapters()) {
            for (Element link : Jsoup.parseBodyFragment(chapter.html()).select("a[href]")) {
                String to = link.attr("href");
                if (!to.startsWith("https://")) {
                    assertThat(places)
                            .as(chapter.name() + ": " + link.outerHtml())
                            .contains(to.startsWith("#") ? chapter.path() + to : to);
                }
            }
        }
    }

    @Test
    void everyFileOfTheGuideIsAChapter() throws IOException {
        try (var files = Files.walk(Path.of("../docs"))) {
            assertThat(files.map(Path::toString).filter(file -> file.endsWith(".md")))
                    .hasSize(guide.chapters().size());
        }
    }

    @Test
    void theTableOfContentsLeadsToEveryChapterForPeople() {
        assertThat(guide.find("").orElseThrow().links())
                .containsAll(guide.chapters().stream()
                        .map(Chapter::name)
                        .filter(name -> !name.isEmpty() && !name.startsWith("api/"))
                        .toList());
    }

    @Test
    void aSearchFindsThePartThatHoldsAllWordsAndShowsThem() {
        assertThat(guide.search("graceful reopen nowhere")).isEmpty();
        assertThat(guide.search("one question")).first().satisfies(finding -> {
            assertThat(path(finding)).isEqualTo("/help/followups#the-one-question");
            assertThat(finding.excerpt()).isNotBlank();
        });
        assertThat(guide.search("taken back logged mistake"))
                .anySatisfy(finding -> assertThat(path(finding)).isEqualTo("/help/cases#closing-a-case"));
        assertThat(guide.search("Authorization: Bearer"))
                .allSatisfy(finding -> assertThat(finding.excerpt()).doesNotContain("<"));
    }

    private static String path(Guide.Finding finding) {
        return finding.chapter().path() + "#" + finding.part().anchor();
    }

    @Test
    void markupInTheTextOfAChapterIsShownAndNotCarriedOut() {
        Chapter chapter = new GuideWriting("a"::equals)
                .chapter("a", "# A\n\n<script>x</script>\n\n[out](../README.md) [here](#a)\n\n## A\n\n|h|\n|-|\n|c|\n");
        assertThat(chapter.html())
                .doesNotContain("<script", "README")
                .contains("href=\"/help/a#a\"", "id=\"a-1\"", "role=\"region\" aria-label=\"A\"");
    }
}
