package org.upturn.server.tracks.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.tracks.passives.Passive;
import org.upturn.server.tracks.passives.Risk;
import org.upturn.server.tracks.promoters.Promoter;
import org.upturn.server.tracks.promoters.Testimonial;
import org.upturn.server.workspaces.Downloads;
import org.upturn.server.workspaces.Member;

/** The tracks as tables. */
@Component
class TrackFiles {
    private final Downloads downloads;

    TrackFiles(Downloads downloads) {
        this.downloads = downloads;
    }

    ResponseEntity<StreamingResponseBody> passives(Member by, ProgramId program, List<Passive> all) {
        var head = List.of(
                "name",
                "account",
                "score",
                "score before",
                "verbatim",
                "why at risk",
                "asked at",
                "question",
                "owner",
                "last touchpoint",
                "touched by",
                "touched at");
        return file(
                by,
                program,
                "passives",
                head,
                all,
                one -> List.of(
                        one.name(),
                        text(one.account()),
                        text(one.score().value()),
                        one.before() == null ? "" : text(one.before().value()),
                        one.verbatim(),
                        one.risks().stream().map(Risk::word).collect(Collectors.joining("; ")),
                        one.asked() == null ? "" : text(one.asked().at()),
                        one.asked() == null ? "" : one.asked().state(),
                        one.owner() == null ? "" : one.owner().name(),
                        one.touched() == null ? "" : one.touched().words(),
                        one.touched() == null ? "" : one.touched().by(),
                        one.touched() == null ? "" : text(one.touched().at())));
    }

    ResponseEntity<StreamingResponseBody> promoters(Member by, ProgramId program, List<Promoter> all) {
        var head = List.of(
                "name",
                "account",
                "score",
                "verbatim",
                "thanked at",
                "thanked by",
                "mail",
                "code",
                "visits",
                "redeemed",
                "quotable");
        return file(
                by,
                program,
                "promoters",
                head,
                all,
                one -> List.of(
                        one.name(),
                        text(one.account()),
                        text(one.score().value()),
                        one.verbatim(),
                        one.thanks() == null ? "" : text(one.thanks().at()),
                        one.thanks() == null ? "" : one.thanks().by(),
                        one.thanks() == null ? "" : text(one.thanks().mail()),
                        one.advocate() == null ? "" : one.advocate().code(),
                        one.advocate() == null ? "" : text(one.advocate().visits()),
                        one.advocate() == null ? "" : text(one.advocate().redeemed()),
                        one.advocate() == null ? "" : text(one.advocate().quotable())));
    }

    ResponseEntity<StreamingResponseBody> testimonials(Member by, ProgramId program, List<Testimonial> all) {
        var head = List.of("words", "name", "role", "places", "language", "given at");
        return file(
                by,
                program,
                "testimonials",
                head,
                all,
                one -> List.of(
                        one.words(),
                        one.name(),
                        one.role(),
                        one.places().stream().map(Testimonial.Place::word).collect(Collectors.joining("; ")),
                        one.language(),
                        text(one.givenAt())));
    }

    private <T> ResponseEntity<StreamingResponseBody> file(
            Member by,
            ProgramId program,
            String name,
            List<String> head,
            List<T> rows,
            Function<T, List<String>> cells) {
        return downloads.csv(
                by,
                name,
                program.value(),
                head,
                file -> rows.stream().map(cells).forEach(file::add));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
