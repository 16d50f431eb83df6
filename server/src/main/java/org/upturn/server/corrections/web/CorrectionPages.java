package org.upturn.server.corrections.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
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
import org.upturn.server.corrections.CorrectionLinks;
import org.upturn.server.corrections.CorrectionLinks.Opened;
import org.upturn.server.invitations.ScannerGuard;
import org.upturn.server.invitations.Visitor;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.web.AnswerPage;
import org.upturn.server.responses.web.AnswerPageMaker;
import org.upturn.templates.Templates;

/**
 * The page behind a correction link: what the person said, and the one part that is asked. Looking records nothing, not even
 * that somebody looked, for mail scanners look at every link; that a person has it open is told by the page's script.
 */
@Controller
class CorrectionPages {
    private final CorrectionLinks links;
    private final LinkViews views;
    private final AnswerPageMaker pages;
    private final ScannerGuard guard;
    private final Templates templates;

    CorrectionPages(
            CorrectionLinks links, LinkViews views, AnswerPageMaker pages, ScannerGuard guard, Templates templates) {
        this.links = links;
        this.views = views;
        this.pages = pages;
        this.guard = guard;
        this.templates = templates;
    }

    @GetMapping("/c/{token}")
    ResponseEntity<byte[]> ask(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String thanks,
            @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
        Optional<Opened> found = links.find(token);
        if (found.isEmpty()) {
            return page(HttpStatus.NOT_FOUND, templates.responsesUnknown(pages.nobody(accepted)));
        }
        Opened opened = found.get();
        AnswerPage page = views.page(opened, lang);
        if (thanks != null && "answered".equals(opened.correction().course().outcome())) {
            return page(HttpStatus.OK, templates.correctionsThanks(page, opened.response()));
        }
        Problem refused = links.refusal(opened);
        return page(
                HttpStatus.OK,
                refused == null
                        ? templates.correctionsAsk(views.fresh(token, opened, page))
                        : templates.responsesNotOpen(page, refused));
    }

    @PostMapping("/c/{token}")
    ResponseEntity<byte[]> answer(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
        Optional<Opened> found = links.find(token);
        if (found.isEmpty()) {
            return page(HttpStatus.NOT_FOUND, templates.responsesUnknown(pages.nobody(accepted)));
        }
        Opened opened = found.get();
        AnswerPage page = views.page(opened, sent.getFirst("lang"));
        try {
            links.answer(opened, LinkViews.part(opened, page, sent));
        } catch (Problem problem) {
            boolean over = problem.code() == Problem.Code.CONFLICT;
            return page(
                    HttpStatus.valueOf(problem.code().status()),
                    over
                            ? templates.responsesNotOpen(page, problem)
                            : templates.correctionsAsk(views.again(token, opened, page, sent, problem)));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/c/" + token + "?thanks=1&lang=" + page.language())
                .build();
    }

    /** Told by the page's script when it has seen a person; a machine caught looking into the mail is not believed. */
    @PostMapping("/c/{token}/opening")
    ResponseEntity<Void> opened(@PathVariable String token, HttpServletRequest request) {
        Optional<Opened> found = links.find(token);
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        found.filter(one -> one.correction().course().openedAt() == null)
                .filter(one -> !guard.isMachine(links.invited(one), Visitor.of(request)))
                .ifPresent(links::opened);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<byte[]> page(HttpStatus status, JteModel model) {
        var bytes = new Utf8ByteOutput();
        model.render(bytes);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(bytes.toByteArray());
    }
}
