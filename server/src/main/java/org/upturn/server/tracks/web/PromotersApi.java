package org.upturn.server.tracks.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.ReviewPlace;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.tracks.TrackSettings;
import org.upturn.server.tracks.Tracks;
import org.upturn.server.tracks.promoters.Advocates;
import org.upturn.server.tracks.promoters.Promoter;
import org.upturn.server.tracks.promoters.PromoterFigures;
import org.upturn.server.tracks.promoters.Promoters;
import org.upturn.server.tracks.promoters.Referrals;
import org.upturn.server.tracks.promoters.Testimonial;
import org.upturn.server.tracks.promoters.Testimonials;
import org.upturn.server.tracks.promoters.ThanksDraft;
import org.upturn.server.workspaces.Member;

/** The promoters' track, for programs. */
@RestController
@RequestMapping("/api/v1")
class PromotersApi {
    private static final int MOST = 1_000;

    private final Tracks tracks;
    private final Promoters promoters;
    private final Advocates advocates;
    private final Referrals referrals;
    private final Testimonials testimonials;
    private final Surveys surveys;

    PromotersApi(
            Tracks tracks,
            Promoters promoters,
            Advocates advocates,
            Referrals referrals,
            Testimonials testimonials,
            Surveys surveys) {
        this.tracks = tracks;
        this.promoters = promoters;
        this.advocates = advocates;
        this.referrals = referrals;
        this.testimonials = testimonials;
        this.surveys = surveys;
    }

    /** @param page the path of the promoter's page; null while they have none */
    record Item(
            UUID response,
            UUID contact,
            String name,
            @Nullable String account,
            int score,
            String verbatim,
            @Nullable Instant thankedAt,
            @Nullable String thankedBy,
            @Nullable String mail,
            @Nullable String page,
            @Nullable String code,
            long visits,
            long redeemed,
            boolean quotable) {}

    /** @param wave null before the first has opened */
    record Items(@Nullable UUID wave, @Nullable PromoterFigures figures, List<Item> items) {}

    record Quotable(List<Testimonial> items) {}

    /** Whatever is missing is as suggested. */
    record NewThanks(
            @Nullable String way,
            @Nullable String subject,
            @Nullable String greeting,
            @Nullable String firstSentence,
            @Nullable String rest) {}

    record NewReferral(@Nullable String code, @Nullable String reference) {}

    record Noted(UUID contact) {}

    record NewSettings(
            @Nullable String referralUrl,
            @Nullable String reward,
            @Nullable List<ReviewPlace> reviewPlaces) {}

    @GetMapping("/programs/{program}/promoters")
    Items list(Member member, @PathVariable UUID program, @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "problem.track.limit", MOST);
        }
        var known = surveys.program(member.workspace(), new ProgramId(program));
        return tracks.newest(member.workspace(), known.id())
                .map(shown -> new Items(
                        shown.wave().id().value(),
                        promoters.figures(member.workspace(), shown.wave()),
                        promoters.list(member.workspace(), shown.wave(), limit).stream()
                                .map(this::item)
                                .toList()))
                .orElseGet(() -> new Items(null, null, List.of()));
    }

    private Item item(Promoter one) {
        var thanks = one.thanks();
        var advocate = one.advocate();
        return new Item(
                one.response().value(),
                one.contact().value(),
                one.name(),
                one.account(),
                one.score().value(),
                one.verbatim(),
                thanks == null ? null : thanks.at(),
                thanks == null ? null : thanks.by(),
                thanks == null ? null : thanks.mail(),
                advocate == null ? null : advocates.path(advocate.id()),
                advocate == null ? null : advocate.code(),
                advocate == null ? 0 : advocate.visits(),
                advocate == null ? 0 : advocate.redeemed(),
                advocate != null && advocate.quotable());
    }

    @PostMapping("/responses/{response}/thanks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void thank(Member member, @PathVariable UUID response, @RequestBody NewThanks told) {
        var id = new ResponseId(response);
        if ("hand".equals(told.way())) {
            promoters.handOver(member, id);
            return;
        }
        ThanksDraft usual = promoters.draft(member.workspace(), id);
        promoters.send(
                member,
                id,
                new ThanksDraft(
                        told.subject() == null ? usual.subject() : told.subject(),
                        told.greeting() == null ? usual.greeting() : told.greeting(),
                        told.firstSentence() == null ? usual.firstSentence() : told.firstSentence(),
                        told.rest() == null ? usual.rest() : told.rest()));
    }

    @PostMapping("/programs/{program}/referrals")
    @ResponseStatus(HttpStatus.CREATED)
    Noted note(Member member, @PathVariable UUID program, @RequestBody NewReferral told) {
        var advocate = referrals.note(
                member,
                new ProgramId(program),
                told.code() == null ? "" : told.code(),
                told.reference() == null ? "" : told.reference());
        return new Noted(advocate.contact().value());
    }

    /** What may be shown now; what was taken back is not among it. */
    @GetMapping("/programs/{program}/testimonials")
    Quotable quotable(Member member, @PathVariable UUID program) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        return new Quotable(testimonials.ofProgram(member.workspace(), known.id()));
    }

    @GetMapping("/programs/{program}/tracks")
    TrackSettings settings(Member member, @PathVariable UUID program) {
        return tracks.settings(member.workspace(), new ProgramId(program));
    }

    @PutMapping("/programs/{program}/tracks")
    TrackSettings save(Member member, @PathVariable UUID program, @RequestBody NewSettings told) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        tracks.save(
                member,
                known.id(),
                new TrackSettings(
                        told.referralUrl() == null ? "" : told.referralUrl(),
                        told.reward() == null ? "" : told.reward(),
                        told.reviewPlaces() == null ? List.of() : told.reviewPlaces()));
        return tracks.settings(member.workspace(), known.id());
    }
}
