package org.upturn.server.tracks.web;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.upturn.server.sheets.CsvFile;
import org.upturn.server.tracks.passives.Passive;
import org.upturn.server.tracks.passives.Risk;
import org.upturn.server.tracks.promoters.Promoter;
import org.upturn.server.tracks.promoters.Testimonial;

/** The tracks as tables. */
final class TrackFiles {
    private TrackFiles() {}

    static ResponseEntity<StreamingResponseBody> passives(List<Passive> all) {
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
                "passives.csv",
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

    static ResponseEntity<StreamingResponseBody> promoters(List<Promoter> all) {
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
                "promoters.csv",
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

    static ResponseEntity<StreamingResponseBody> testimonials(List<Testimonial> all) {
        var head = List.of("words", "name", "role", "places", "language", "given at");
        return file(
                "testimonials.csv",
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

    private static <T> ResponseEntity<StreamingResponseBody> file(
            String name, List<String> head, List<T> rows, Function<T, List<String>> cells) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(out -> {
                    try (var file = new CsvFile(new OutputStreamWriter(out, StandardCharsets.UTF_8), head)) {
                        rows.stream().map(cells).forEach(file::add);
                    }
                });
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
