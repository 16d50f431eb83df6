package org.upturn.server.search.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.upturn.server.kernel.Problem;
import org.upturn.server.search.Hit;
import org.upturn.server.search.Search;
import org.upturn.server.search.Searches;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.ThemeFound;
import org.upturn.server.workspaces.Downloads;
import org.upturn.server.workspaces.Member;

/** What a search finds as a table: all of it, in the order asked for, the words exactly as given. */
@RestController
class VerbatimsFile {
    private static final int AT_A_TIME = 500;
    private static final List<String> HEAD = List.of(
            "name", "external id", "account", "wave", "answered at", "score", "verbatim", "themes", "language", "case");

    private final Searches searches;
    private final Surveys surveys;
    private final Downloads downloads;

    VerbatimsFile(Searches searches, Surveys surveys, Downloads downloads) {
        this.searches = searches;
        this.surveys = surveys;
        this.downloads = downloads;
    }

    @GetMapping("/verbatims.csv")
    ResponseEntity<StreamingResponseBody> download(
            Member member,
            @RequestParam Map<String, String> told,
            @RequestParam(required = false) @Nullable UUID program) {
        ProgramId chosen = surveys.chosen(member.workspace(), program)
                .orElseThrow(() -> Problem.notFound("problem.unknown.program"))
                .id();
        Search search = Search.of(told);
        return downloads.csv(member, "verbatims", null, HEAD, file -> {
            UUID after = null;
            do {
                var slice = searches.find(member.workspace(), chosen, search, after, AT_A_TIME)
                        .slice();
                slice.items().forEach(hit -> file.add(cells(hit)));
                after = slice.next();
            } while (after != null);
        });
    }

    private static List<String> cells(Hit hit) {
        return List.of(
                hit.contact().name(),
                hit.contact().externalId(),
                text(hit.contact().account()),
                hit.wave(),
                hit.response().answeredAt().toString(),
                String.valueOf(hit.response().score().value()),
                hit.response().verbatim(),
                hit.reading() == null
                        ? ""
                        : hit.reading().themes().stream().map(ThemeFound::name).collect(Collectors.joining("; ")),
                hit.reading() == null ? "" : text(hit.reading().language()),
                text(hit.item()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
