package org.upturn.server.tracks.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.channels.Throng;
import org.upturn.server.invitations.Visitor;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.web.AnswerPageMaker;
import org.upturn.server.tracks.promoters.Advocate;
import org.upturn.server.tracks.promoters.Advocates;
import org.upturn.server.tracks.promoters.Testimonials;
import org.upturn.templates.Templates;

/** The page of a promoter's own, behind the link in the thanks. Looking records nothing; only a sent form does. */
@Controller
class AdvocatePages {
    private final Advocates advocates;
    private final AdvocateViews views;
    private final Testimonials testimonials;
    private final Throng throng;
    private final AnswerPageMaker pages;
    private final Templates templates;

    AdvocatePages(
            Advocates advocates,
            AdvocateViews views,
            Testimonials testimonials,
            Throng throng,
            AnswerPageMaker pages,
            Templates templates) {
        this.advocates = advocates;
        this.views = views;
        this.testimonials = testimonials;
        this.throng = throng;
        this.pages = pages;
        this.templates = templates;
    }

    @GetMapping("/p/{token}")
    ResponseEntity<byte[]> show(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String done,
            @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
        Optional<Advocate> found = advocates.findByToken(token);
        return found.isEmpty()
                ? unknown(accepted)
                : page(HttpStatus.OK, templates.tracksAdvocate(views.fresh(found.get(), done)));
    }

    @PostMapping("/p/{token}")
    ResponseEntity<byte[]> give(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted,
            HttpServletRequest request) {
        Optional<Advocate> found = advocates.findByToken(token);
        if (found.isEmpty()) {
            return unknown(accepted);
        }
        Advocate by = found.get();
        var told = new Testimonials.Told(
                one(sent, "words"),
                one(sent, "name"),
                one(sent, "role"),
                sent.getOrDefault("place", List.of()),
                views.language(by),
                sent.containsKey("consent"));
        try {
            throng.pass("/p/" + by.id(), Visitor.of(request));
            testimonials.give(by, told);
        } catch (Problem problem) {
            return page(
                    HttpStatus.valueOf(problem.code().status()),
                    templates.tracksAdvocate(views.again(by, told, problem)));
        }
        return see("/p/" + token + "?done=given");
    }

    @PostMapping("/p/{token}/withdrawal")
    ResponseEntity<byte[]> withdraw(
            @PathVariable String token,
            @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
        Optional<Advocate> found = advocates.findByToken(token);
        if (found.isEmpty()) {
            return unknown(accepted);
        }
        testimonials.withdraw(found.get());
        return see("/p/" + token + "?done=withdrawn");
    }

    private ResponseEntity<byte[]> unknown(@Nullable String accepted) {
        return page(HttpStatus.NOT_FOUND, templates.responsesUnknown(pages.nobody(accepted)));
    }

    private static ResponseEntity<byte[]> see(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    private static String one(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    static ResponseEntity<byte[]> page(HttpStatus status, JteModel model) {
        var bytes = new Utf8ByteOutput();
        model.render(bytes);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(bytes.toByteArray());
    }
}
