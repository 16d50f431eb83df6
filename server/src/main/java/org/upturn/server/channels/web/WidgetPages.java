package org.upturn.server.channels.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.upturn.server.channels.Arrivals;
import org.upturn.server.channels.Collector;
import org.upturn.server.channels.CollectorKind;
import org.upturn.server.channels.Collectors;
import org.upturn.server.channels.Person;
import org.upturn.server.channels.Signatures;
import org.upturn.server.channels.Throng;
import org.upturn.server.invitations.Visitor;
import org.upturn.server.kernel.Problem;

/** The widget's one script and the two doors that it knocks at, from pages of the listed origins only. */
@Controller
class WidgetPages {
    private final Collectors collectors;
    private final Arrivals arrivals;
    private final Signatures signatures;
    private final Throng throng;
    private final PublicTexts texts;
    private final WidgetScript script;

    WidgetPages(
            Collectors collectors,
            Arrivals arrivals,
            Signatures signatures,
            Throng throng,
            PublicTexts texts,
            WidgetScript script) {
        this.collectors = collectors;
        this.arrivals = arrivals;
        this.signatures = signatures;
        this.throng = throng;
        this.texts = texts;
        this.script = script;
    }

    @GetMapping("/w/{key}.js")
    ResponseEntity<byte[]> script(@PathVariable String key) {
        Optional<Collector> found = collectors.findByKey(CollectorKind.WIDGET, key);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", java.nio.charset.StandardCharsets.UTF_8))
                .cacheControl(
                        CacheControl.maxAge(java.time.Duration.ofMinutes(5)).cachePublic())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(found.map(script::of).orElse(WidgetScript.NOTHING));
    }

    /** Who the site says that its visitor is, with its signature. */
    record Visit(
            @Nullable String contact,
            @Nullable String email,
            @Nullable String name,
            @Nullable String signature) {}

    record May(boolean ask) {}

    record WidgetAnswer(
            UUID key,
            @Nullable Integer score,
            @Nullable String why,
            @Nullable String language,
            @Nullable Visit visitor) {}

    /** @param more the page on which they can say more; empty when there is none */
    record Taken(String more) {}

    @PostMapping(path = "/w/{key}/visitors", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<May> visitor(@PathVariable String key, @RequestBody Visit visit, HttpServletRequest request) {
        return answer(
                key,
                request,
                by -> new May(person(by, visit)
                        .map(person -> arrivals.mayAsk(by, person))
                        .orElse(false)));
    }

    @PostMapping(path = "/w/{key}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Taken> take(@PathVariable String key, @RequestBody WidgetAnswer sent, HttpServletRequest request) {
        return answer(key, request, by -> {
            Person person = person(by, sent.visitor()).<Person>map(one -> one).orElse(Person.NOBODY);
            if (person instanceof Person.Anonymous && by.settings().people().equals("signed")) {
                throw Problem.of(Problem.Code.NOT_ALLOWED, "problem.collector.signature");
            }
            PublicPage page = texts.page(by, texts.asked(by), sent.language());
            return new Taken(arrivals.take(by, Told.of(sent.key(), sent.score(), sent.why(), null, page), person));
        });
    }

    private Optional<Person.Signed> person(Collector by, @Nullable Visit told) {
        return told == null
                ? Optional.empty()
                : signatures.check(
                        by,
                        new Person.Signed(blankless(told.contact()), blankless(told.name()), blankless(told.email())),
                        told.signature());
    }

    private static @Nullable String blankless(@Nullable String told) {
        return told == null || told.isBlank() ? null : told;
    }

    private interface Work<T> {
        T of(Collector by);
    }

    private <T> ResponseEntity<T> answer(String key, HttpServletRequest request, Work<T> work) {
        Optional<Collector> found = collectors.findByKey(CollectorKind.WIDGET, key);
        String origin = request.getHeader("Origin");
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        if (origin == null || !found.get().settings().origins().contains(origin)) {
            return ResponseEntity.status(Problem.Code.NOT_ALLOWED.status()).build();
        }
        try {
            throng.pass(found.get(), Visitor.of(request));
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(work.of(found.get()));
        } catch (Problem refused) {
            return ResponseEntity.status(refused.code().status()).build();
        }
    }
}
