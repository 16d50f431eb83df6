package org.upturn.server.channels.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.channels.Collector;
import org.upturn.server.channels.CollectorId;
import org.upturn.server.channels.CollectorKind;
import org.upturn.server.channels.Collectors;
import org.upturn.server.channels.QrCode;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.templates.Templates;

/** What a team takes away: the QR code as a picture, the page to print, the widget to look at. */
@Controller
class CollectorFiles {
    /** About 5 cm at 300 dots an inch for the usual 37 modules. */
    private static final int PIXELS_A_MODULE = 16;

    /** As for every page, except that our own pages may frame it. */
    private static final String FRAMED = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    private final Collectors collectors;
    private final PublicTexts texts;
    private final Templates templates;

    CollectorFiles(Collectors collectors, PublicTexts texts, Templates templates) {
        this.collectors = collectors;
        this.texts = texts;
        this.templates = templates;
    }

    @GetMapping("/collectors/{collector}/qr.svg")
    ResponseEntity<byte[]> svg(Member member, @PathVariable UUID collector) {
        Collector one = withLink(member, collector);
        return file("svg", new MediaType("image", "svg+xml"))
                .body(QrCode.of(link(one)).svg(one.name()).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/collectors/{collector}/qr.png")
    ResponseEntity<byte[]> png(Member member, @PathVariable UUID collector) {
        return file("png", MediaType.IMAGE_PNG)
                .body(QrCode.of(link(withLink(member, collector))).png(PIXELS_A_MODULE));
    }

    /** A page to print and put up. */
    @GetMapping("/collectors/{collector}/poster")
    ResponseEntity<byte[]> poster(Member member, @PathVariable UUID collector) {
        Collector one = withLink(member, collector);
        PublicPage page = texts.page(one, texts.askedOrNext(one));
        return Html.page(HttpStatus.OK, templates.channelsPoster(page, link(one)));
    }

    /** A page of nobody's with the widget on it. What is pressed there goes nowhere. */
    @GetMapping("/collectors/{collector}/preview")
    ResponseEntity<byte[]> preview(Member member, @PathVariable UUID collector) {
        Collector one = collectors.find(member.workspace(), new CollectorId(collector));
        if (one.kind() != CollectorKind.WIDGET) {
            throw Problem.notFound("problem.unknown.collector");
        }
        PublicPage page = texts.page(one, texts.askedOrNext(one));
        return Html.builder(HttpStatus.OK)
                .header("Content-Security-Policy", FRAMED)
                .body(Html.bytes(templates.channelsPreview(page)));
    }

    private Collector withLink(Member member, UUID collector) {
        Collector one = collectors.find(member.workspace(), new CollectorId(collector));
        if (one.kind() == CollectorKind.WIDGET) {
            throw Problem.notFound("problem.unknown.collector");
        }
        return one;
    }

    private static String link(Collector one) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + one.path();
    }

    private static ResponseEntity.BodyBuilder file(String ending, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename("qr." + ending)
                                .build()
                                .toString());
    }
}
