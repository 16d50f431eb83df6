package org.upturn.server.tracks.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.channels.Throng;
import org.upturn.server.invitations.Visitor;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Texts;
import org.upturn.server.kernel.WebLink;
import org.upturn.server.responses.web.AnswerPageMaker;
import org.upturn.server.tracks.TrackSettings;
import org.upturn.server.tracks.Tracks;
import org.upturn.server.tracks.promoters.Advocate;
import org.upturn.server.tracks.promoters.Advocates;
import org.upturn.server.tracks.promoters.Referrals;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** Where a friend comes by a code. Chats and mail scanners look at every link, so looking counts nothing; the button does. */
@Controller
class ReferralPages {
    private final Advocates advocates;
    private final Referrals referrals;
    private final Tracks tracks;
    private final Workspaces workspaces;
    private final Throng throng;
    private final AnswerPageMaker pages;
    private final Templates templates;

    ReferralPages(
            Advocates advocates,
            Referrals referrals,
            Tracks tracks,
            Workspaces workspaces,
            Throng throng,
            AnswerPageMaker pages,
            Templates templates) {
        this.advocates = advocates;
        this.referrals = referrals;
        this.tracks = tracks;
        this.workspaces = workspaces;
        this.throng = throng;
        this.pages = pages;
        this.templates = templates;
    }

    @GetMapping("/r/{code}")
    ResponseEntity<byte[]> show(
            @PathVariable String code,
            @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
        return answer(HttpStatus.OK, code, accepted, null, null);
    }

    /** @param website stands in the form where no person sees it; whoever fills it is a machine and counts nothing */
    @PostMapping("/r/{code}")
    ResponseEntity<byte[]> go(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String website,
            @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted,
            HttpServletRequest request) {
        Optional<Advocate> found = referred(code);
        if (found.isEmpty() || !website.isEmpty()) {
            return answer(HttpStatus.OK, code, accepted, null, null);
        }
        Advocate by = found.get();
        try {
            throng.pass("/r/" + by.id(), Visitor.of(request));
        } catch (Problem tooMany) {
            return answer(HttpStatus.TOO_MANY_REQUESTS, code, accepted, null, tooMany);
        }
        referrals.visit(by);
        String url = tracks.settings(by.workspace(), by.program()).referralUrl();
        return answer(HttpStatus.OK, code, accepted, WebLink.with(url, "ref", by.code()), null);
    }

    /** Only while the program refers friends on. */
    private Optional<Advocate> referred(String code) {
        return advocates
                .findByCode(code)
                .filter(by -> tracks.settings(by.workspace(), by.program()).refers());
    }

    /**
     * A form may not lead to another site (Content-Security-Policy, form-action), so the button answers with a page that does.
     *
     * @param onward where it goes on; null before the button was pressed
     */
    private ResponseEntity<byte[]> answer(
            HttpStatus status,
            String code,
            @Nullable String accepted,
            @Nullable String onward,
            @Nullable Problem problem) {
        Texts texts = pages.nobody(accepted);
        Optional<Advocate> found = referred(code);
        if (found.isEmpty()) {
            return AdvocatePages.page(HttpStatus.NOT_FOUND, templates.responsesUnknown(texts));
        }
        Advocate by = found.get();
        TrackSettings settings = tracks.settings(by.workspace(), by.program());
        String asker = workspaces.find(by.workspace()).name();
        var page = AdvocatePages.page(
                status, templates.tracksReferral(texts, asker, by.code(), settings.reward(), onward, problem));
        return onward == null
                ? page
                : ResponseEntity.status(status)
                        .headers(page.getHeaders())
                        .header("Refresh", "0; url=" + onward)
                        .body(page.getBody());
    }
}
