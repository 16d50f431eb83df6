package org.upturn.server.tracks.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.tracks.Tracks;
import org.upturn.server.tracks.promoters.Advocates;
import org.upturn.server.tracks.promoters.Promoter;
import org.upturn.server.tracks.promoters.PromoterFigures;
import org.upturn.server.tracks.promoters.Promoters;
import org.upturn.server.tracks.promoters.Referrals;
import org.upturn.server.tracks.promoters.Testimonials;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** The promoters' track of a program. */
@Controller
class PromoterPages {
    /** As many as one reads before thanking them. */
    private static final int SHOWN = 50;

    private static final PromoterFigures NONE = new PromoterFigures(0, 0, 0, 0, 0);

    private final Tracks tracks;
    private final Promoters promoters;
    private final Advocates advocates;
    private final Referrals referrals;
    private final Testimonials testimonials;
    private final Surveys surveys;
    private final TrackFiles files;
    private final Templates templates;

    PromoterPages(
            Tracks tracks,
            Promoters promoters,
            Advocates advocates,
            Referrals referrals,
            Testimonials testimonials,
            Surveys surveys,
            TrackFiles files,
            Templates templates) {
        this.tracks = tracks;
        this.promoters = promoters;
        this.advocates = advocates;
        this.referrals = referrals;
        this.testimonials = testimonials;
        this.surveys = surveys;
        this.files = files;
        this.templates = templates;
    }

    /** @param sent and left: what came of thanking many */
    @GetMapping("/programs/{program}/promoters")
    JteModel show(
            Page page,
            Member member,
            @PathVariable UUID program,
            @RequestParam(required = false) @Nullable Integer sent,
            @RequestParam(required = false) @Nullable Integer left) {
        return page(page, member, program, sent, left, null);
    }

    private JteModel page(
            Page page,
            Member member,
            UUID program,
            @Nullable Integer sent,
            @Nullable Integer left,
            @Nullable Problem problem) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        var shown = tracks.newest(member.workspace(), known.id()).orElse(null);
        List<Promoter> shownFirst = shown == null ? List.of() : promoters.list(member.workspace(), shown.wave(), SHOWN);
        var view = new PromotersView(
                known,
                shown == null ? null : shown.wave(),
                shown == null ? NONE : promoters.figures(member.workspace(), shown.wave()),
                shownFirst.stream().map(one -> row(member.workspace(), one)).toList(),
                testimonials.ofProgram(member.workspace(), known.id()),
                tracks.settings(member.workspace(), known.id()),
                promoters.mails(member.workspace()));
        return templates.tracksPromoters(page, view, sent, left, problem);
    }

    private PromotersView.Row row(WorkspaceId workspace, Promoter one) {
        return new PromotersView.Row(
                one,
                one.thanks() == null
                        ? promoters.draft(workspace, one.response()).firstSentence()
                        : null,
                one.advocate() == null ? null : advocates.path(one.advocate().id()));
    }

    @PostMapping("/programs/{program}/promoters/thanks")
    Object thankAll(
            Page page,
            Member member,
            @PathVariable UUID program,
            @RequestParam(defaultValue = "") List<String> response) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        try {
            var chosen = response.stream()
                    .filter(one -> !one.isBlank())
                    .map(one -> new ResponseId(UUID.fromString(one)))
                    .toList();
            var done = promoters.sendAll(member, known.id(), chosen);
            return Redirect.to("/programs/" + program + "/promoters?sent=" + done.sent() + "&left=" + done.skipped());
        } catch (Problem problem) {
            return page(page, member, program, null, null, problem);
        }
    }

    /** A friend came by a code and became a customer. */
    @PostMapping("/programs/{program}/referrals")
    Object note(
            Page page,
            Member member,
            @PathVariable UUID program,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reference) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        try {
            referrals.note(member, known.id(), code, reference);
            return Redirect.to("/programs/" + program + "/promoters#referrals");
        } catch (Problem problem) {
            return page(page, member, program, null, null, problem);
        }
    }

    @GetMapping("/programs/{program}/promoters.csv")
    ResponseEntity<StreamingResponseBody> file(Member member, @PathVariable UUID program) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        return files.promoters(
                member,
                known.id(),
                tracks.newest(member.workspace(), known.id())
                        .map(shown -> promoters.list(member.workspace(), shown.wave(), PassivePages.ALL))
                        .orElse(List.of()));
    }

    /** What may be shown, and nothing else. */
    @GetMapping("/programs/{program}/testimonials.csv")
    ResponseEntity<StreamingResponseBody> quotable(Member member, @PathVariable UUID program) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        return files.testimonials(member, known.id(), testimonials.ofProgram(member.workspace(), known.id()));
    }
}
