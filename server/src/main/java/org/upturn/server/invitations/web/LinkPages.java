package org.upturn.server.invitations.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.Invited;
import org.upturn.server.invitations.ScannerGuard;
import org.upturn.server.invitations.Visitor;
import org.upturn.server.invitations.outbox.Suppressions;
import org.upturn.server.kernel.Texts;
import org.upturn.server.surveys.questions.Languages;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/**
 * What else a mail links to: the way to get no more of them, and the link that no person sees. Looking takes nobody off
 * the list, for scanners look at every link; only a sent form does, the mail program's own one-click form (RFC 8058)
 * among them.
 */
@Controller
class LinkPages {
    private final Invitations invitations;
    private final Contacts contacts;
    private final Suppressions suppressions;
    private final ScannerGuard guard;
    private final Workspaces workspaces;
    private final MessageSource messages;
    private final Templates templates;
    private final Clock clock;

    LinkPages(
            Invitations invitations,
            Contacts contacts,
            Suppressions suppressions,
            ScannerGuard guard,
            Workspaces workspaces,
            MessageSource messages,
            Templates templates,
            Clock clock) {
        this.invitations = invitations;
        this.contacts = contacts;
        this.suppressions = suppressions;
        this.guard = guard;
        this.workspaces = workspaces;
        this.messages = messages;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/a/{token}/unsubscribe")
    ResponseEntity<byte[]> ask(@PathVariable String token, HttpServletRequest request) {
        return unsubscribe(token, false, request);
    }

    @PostMapping("/a/{token}/unsubscribe")
    ResponseEntity<byte[]> unsubscribe(@PathVariable String token, HttpServletRequest request) {
        invitations
                .findByToken(token)
                .ifPresent(invited -> suppressions.unsubscribe(invited.workspace(), invited.invitation()));
        return unsubscribe(token, true, request);
    }

    @PostMapping("/a/{token}/resubscription")
    ResponseEntity<byte[]> resubscribe(@PathVariable String token, HttpServletRequest request) {
        invitations
                .findByToken(token)
                .ifPresent(invited -> suppressions.resubscribe(invited.workspace(), invited.invitation()));
        return unsubscribe(token, false, request);
    }

    /** Answers alike whether there is such a link or not. */
    @GetMapping("/a/{token}/terms")
    ResponseEntity<byte[]> trap(@PathVariable String token, HttpServletRequest request) {
        guard.trapped(token, Visitor.of(request));
        return page(HttpStatus.OK, templates.invitationsTrap(texts(Optional.empty(), request), token));
    }

    private ResponseEntity<byte[]> unsubscribe(String token, boolean done, HttpServletRequest request) {
        Optional<Invited> invited = invitations.findByToken(token);
        String asker =
                invited.map(one -> workspaces.find(one.workspace()).name()).orElse("");
        return page(
                invited.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND,
                templates.invitationsUnsubscribe(texts(invited, request), asker, token, done));
    }

    /** In the language that the person speaks, else the one that their browser asks for. */
    private Texts texts(Optional<Invited> invited, HttpServletRequest request) {
        String theirs = invited.map(one -> contacts.find(one.workspace(), one.contact()))
                .map(Contact::language)
                .orElse(null);
        var language = Languages.spoken(theirs, request.getHeader("Accept-Language"));
        return new Texts(messages, language, ZoneOffset.UTC, clock);
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
