package org.upturn.server.channels.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.channels.Arrivals;
import org.upturn.server.channels.Collector;
import org.upturn.server.channels.CollectorKind;
import org.upturn.server.channels.Collectors;
import org.upturn.server.channels.Person;
import org.upturn.server.channels.Throng;
import org.upturn.server.invitations.Invitation;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.Visitor;
import org.upturn.server.kernel.Problem;
import org.upturn.templates.Templates;

/**
 * One link for everybody: asks who somebody is, gives them a personal link and shows them its page. Looking makes nothing.
 */
@Controller
class OpenLinkPages {
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Collectors collectors;
    private final Arrivals arrivals;
    private final Invitations invitations;
    private final Throng throng;
    private final PublicTexts texts;
    private final Templates templates;

    OpenLinkPages(
            Collectors collectors,
            Arrivals arrivals,
            Invitations invitations,
            Throng throng,
            PublicTexts texts,
            Templates templates) {
        this.collectors = collectors;
        this.arrivals = arrivals;
        this.invitations = invitations;
        this.throng = throng;
        this.texts = texts;
        this.templates = templates;
    }

    @GetMapping("/o/{key}")
    ResponseEntity<byte[]> ask(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String lang,
            @CookieValue(name = "upturn_open", required = false) @Nullable String remembered,
            @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
        Optional<Collector> found = collectors.findByKey(CollectorKind.OPEN, key);
        if (found.isEmpty()) {
            return unknown(accepted);
        }
        try {
            PublicPage page = texts.page(found.get(), texts.asked(found.get()), lang, accepted);
            String known =
                    remembered == null || invitations.findByToken(remembered).isEmpty() ? null : remembered;
            return Html.page(HttpStatus.OK, templates.channelsOpen(page, "", "", known, null));
        } catch (Problem closed) {
            return notOpen(found.get(), closed, accepted);
        }
    }

    /** @param website stands in the form where no person sees it; whoever fills it is a machine and gets nothing */
    @PostMapping("/o/{key}")
    ResponseEntity<byte[]> enter(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String website,
            @RequestParam(required = false) @Nullable String willing,
            @RequestParam(required = false) @Nullable String remember,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted,
            HttpServletRequest request) {
        Optional<Collector> found = collectors.findByKey(CollectorKind.OPEN, key);
        if (found.isEmpty()) {
            return unknown(accepted);
        }
        Collector by = found.get();
        if (!website.isEmpty()) {
            return see("/o/" + key).build();
        }
        try {
            throng.pass(by, Visitor.of(request));
            Invitation made = arrivals.enter(by, person(by, name, email, willing != null));
            var answer = see(made.path()
                    + (lang == null
                            ? ""
                            : "?lang=" + texts.page(by, texts.asked(by), lang).language()));
            if (remember != null) {
                answer.header("Set-Cookie", cookie(key, made.token(), request.isSecure()));
            }
            return answer.build();
        } catch (Problem problem) {
            if (problem.code() == Problem.Code.CONFLICT) {
                return notOpen(by, problem, accepted);
            }
            PublicPage page = texts.page(by, texts.asked(by), lang, accepted);
            return Html.page(
                    HttpStatus.valueOf(problem.code().status()),
                    templates.channelsOpen(page, name, email, null, problem.message()));
        }
    }

    private static Person person(Collector by, String name, String email, boolean willing) {
        if (by.settings().identity().equals("anonymous")) {
            return Person.NOBODY;
        }
        if (email.isBlank()) {
            throw Problem.invalid("email", "problem.collector.email");
        }
        if (by.settings().identity().equals("name") && name.isBlank()) {
            throw Problem.invalid("name", "problem.collector.who");
        }
        return new Person.Stranger(name, email, willing);
    }

    private static String cookie(String key, String token, boolean secure) {
        return ResponseCookie.from("upturn_open", token)
                .path("/o/" + key)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(REMEMBERED)
                .build()
                .toString();
    }

    private ResponseEntity<byte[]> unknown(@Nullable String accepted) {
        return Html.page(HttpStatus.NOT_FOUND, templates.channelsGone(texts.nobody(accepted)));
    }

    private ResponseEntity<byte[]> notOpen(Collector by, Problem closed, @Nullable String accepted) {
        PublicPage page = texts.page(by, texts.askedOrNext(by), accepted);
        return Html.page(HttpStatus.OK, templates.channelsNotOpen(page, closed.message()));
    }

    private static ResponseEntity.BodyBuilder see(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path));
    }
}
