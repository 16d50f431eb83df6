package org.upturn.server.alerts.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.upturn.server.alerts.Alerts;
import org.upturn.server.alerts.Claims;
import org.upturn.server.alerts.Claims.Opened;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/**
 * Taking a case from a mail or a chat. Looking changes nothing, for whatever looks into mails and chats follows every link;
 * one press takes it: signed in, or by the link that one member got by mail.
 */
@Controller
class ClaimPages {
    private final Claims claims;
    private final Alerts alerts;
    private final Cases cases;
    private final Workspaces workspaces;
    private final Templates templates;

    ClaimPages(Claims claims, Alerts alerts, Cases cases, Workspaces workspaces, Templates templates) {
        this.claims = claims;
        this.alerts = alerts;
        this.cases = cases;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    @GetMapping("/cases/{id}/claim")
    JteModel look(Page page, Member member, @PathVariable UUID id) {
        var item = new CaseId(id);
        Alert alert = alerts.ofCase(member.workspace(), item);
        return templates.alertsClaim(page, item, alert, alerts.words(member), workspaces.members(member.workspace()));
    }

    @PostMapping("/cases/{id}/claim")
    ResponseEntity<Void> take(Member member, @PathVariable UUID id) {
        cases.assign(member, new CaseId(id), member.id());
        return Redirect.to("/cases/" + id);
    }

    @GetMapping("/t/{token}")
    ResponseEntity<byte[]> ask(Page page, @PathVariable String token) {
        Optional<Opened> found = claims.find(token);
        return found.map(opened -> answer(page, token, opened, claims.refusal(opened)))
                .orElseGet(() -> unknown(page));
    }

    @PostMapping("/t/{token}")
    ResponseEntity<byte[]> take(Page page, @PathVariable String token) {
        Optional<Opened> found = claims.find(token);
        if (found.isEmpty()) {
            return unknown(page);
        }
        try {
            claims.take(found.get());
        } catch (Problem problem) {
            return answer(page, token, found.get(), problem);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", Claims.PREFIX + token)
                .build();
    }

    private ResponseEntity<byte[]> answer(Page page, String token, Opened opened, @Nullable Problem refused) {
        HttpStatus status = refused == null || opened.used() != null
                ? HttpStatus.OK
                : HttpStatus.valueOf(refused.code().status());
        var link = new ClaimLink(
                Claims.PREFIX + token,
                opened.member().name(),
                opened.used() != null && opened.member().id().equals(opened.owner()),
                refused);
        return page(status, templates.alertsTake(page, opened.alert(), alerts.words(opened.member()), link));
    }

    private ResponseEntity<byte[]> unknown(Page page) {
        return page(HttpStatus.NOT_FOUND, templates.alertsUnknown(page));
    }

    private static ResponseEntity<byte[]> page(HttpStatus status, JteModel model) {
        var bytes = new Utf8ByteOutput();
        model.render(bytes);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .body(bytes.toByteArray());
    }
}
