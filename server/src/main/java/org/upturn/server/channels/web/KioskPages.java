package org.upturn.server.channels.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.channels.Arrivals;
import org.upturn.server.channels.Collector;
import org.upturn.server.channels.CollectorKind;
import org.upturn.server.channels.Collectors;
import org.upturn.server.channels.Person;
import org.upturn.server.channels.Throng;
import org.upturn.server.invitations.Visitor;
import org.upturn.server.kernel.Problem;
import org.upturn.templates.Templates;

/** A page for a tablet that stands somewhere, which goes on without a network, and the door for what it kept meanwhile. */
@Controller
class KioskPages {
    private static final int MOST_AT_ONCE = 50;

    private final Collectors collectors;
    private final Arrivals arrivals;
    private final Throng throng;
    private final PublicTexts texts;
    private final Templates templates;

    KioskPages(Collectors collectors, Arrivals arrivals, Throng throng, PublicTexts texts, Templates templates) {
        this.collectors = collectors;
        this.arrivals = arrivals;
        this.throng = throng;
        this.texts = texts;
        this.templates = templates;
    }

    @GetMapping("/k/{key}")
    ResponseEntity<byte[]> show(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
        Optional<Collector> found = collectors.findByKey(CollectorKind.KIOSK, key);
        if (found.isEmpty()) {
            return Html.page(HttpStatus.NOT_FOUND, templates.channelsGone(texts.nobody(accepted)));
        }
        // It opens before the wave does, and answers are taken by the time at which they were given.
        PublicPage page = texts.page(found.get(), texts.askedOrNext(found.get()), lang);
        return Html.page(HttpStatus.OK, templates.channelsKiosk(page));
    }

    /** The worker that shows the page without a network. */
    @GetMapping("/k/{key}/worker.js")
    ResponseEntity<byte[]> worker(@PathVariable String key) throws java.io.IOException {
        collectors.findByKey(CollectorKind.KIOSK, key).orElseThrow(() -> Problem.notFound("problem.unknown.path"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/k/" + key)
                .body(new ClassPathResource("channels/kiosk-worker.js").getContentAsByteArray());
    }

    /** @param at when it was given, which may be days ago */
    record Kept(
            UUID key,
            @Nullable Integer score,
            @Nullable String why,
            @Nullable Instant at,
            @Nullable String language,
            @Nullable String name,
            @Nullable String email) {}

    record KeptAnswers(List<Kept> answers) {}

    /** @param refused why it cannot be taken, in words; null when it is stored */
    record Fate(UUID key, @Nullable String refused) {}

    record Fates(List<Fate> items) {}

    @PostMapping(path = "/k/{key}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Fates> take(@PathVariable String key, @RequestBody KeptAnswers sent, HttpServletRequest request) {
        Optional<Collector> found = collectors.findByKey(CollectorKind.KIOSK, key);
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        if (sent.answers() == null
                || sent.answers().size() > MOST_AT_ONCE
                || sent.answers().contains(null)) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        try {
            throng.pass(found.get(), Visitor.of(request));
        } catch (Problem tooMany) {
            return ResponseEntity.status(tooMany.code().status()).build();
        }
        var fates = new ArrayList<Fate>();
        for (Kept one : sent.answers()) {
            fates.add(take(found.get(), one));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Fates(fates));
    }

    private Fate take(Collector by, Kept one) {
        try {
            arrivals.take(
                    by,
                    Told.of(
                            one.key(),
                            one.score(),
                            one.why(),
                            one.at(),
                            texts.page(by, texts.askedOrNext(by), one.language())),
                    new Person.Stranger(
                            one.name(),
                            one.email(),
                            one.email() != null && !one.email().isBlank()));
            return new Fate(one.key(), null);
        } catch (Problem refused) {
            return new Fate(
                    one.key(), texts.page(by, texts.askedOrNext(by)).texts().text(refused.message()));
        }
    }
}
