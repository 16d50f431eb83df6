package org.upturn.server.verbatims.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.engine.Codebook;
import org.upturn.engine.Theme;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.Quotation;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.verbatims.review.Agreement;
import org.upturn.server.verbatims.review.Reviews;
import org.upturn.server.verbatims.review.Verdicts;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** The review queue: one question at a time, answered with yes, no or later. */
@Controller
class ReviewPages {
    private final Reviews reviews;
    private final Verdicts verdicts;
    private final Readings readings;
    private final Responses responses;
    private final Codebooks codebooks;
    private final CodebookHeads heads;
    private final Surveys surveys;
    private final Templates templates;

    ReviewPages(
            Reviews reviews,
            Verdicts verdicts,
            Readings readings,
            Responses responses,
            Codebooks codebooks,
            CodebookHeads heads,
            Surveys surveys,
            Templates templates) {
        this.reviews = reviews;
        this.verdicts = verdicts;
        this.readings = readings;
        this.responses = responses;
        this.codebooks = codebooks;
        this.heads = heads;
        this.surveys = surveys;
        this.templates = templates;
    }

    /**
     * @param theme asks about this theme only; empty for all
     * @param answered the response and, after a colon, the theme that was answered just now
     */
    @GetMapping("/codebook/review")
    Object show(
            Page page,
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String answered) {
        if (surveys.programs(member.workspace()).isEmpty()) {
            return Redirect.to("/programs/new");
        }
        CodebookHead head = heads.of(member.workspace(), program);
        ProgramId id = head.program().id();
        Codebook codebook = codebooks.active(member.workspace(), id).codebook();
        Reviews.Asked asked = reviews.next(member, id, theme.isEmpty() ? null : theme, 1).stream()
                .findFirst()
                .orElse(null);
        var card = new ReviewCard(
                asked,
                asked == null ? null : codebook.theme(asked.theme()).orElseThrow(),
                asked == null ? null : quotation(member, asked),
                lines(member, id, codebook),
                before(codebook, answered));
        return templates.verbatimsReview(page, head, theme, card);
    }

    private Quotation quotation(Member member, Reviews.Asked asked) {
        int live =
                codebooks.active(member.workspace(), asked.answer().program()).version();
        return readings.codings(member.workspace(), asked.answer()).stream()
                .filter(one -> one.codebookVersion() == live && one.theme().equals(asked.theme()))
                .findFirst()
                .map(one -> Quotation.of(asked.answer().verbatim(), List.of(one.found())))
                .orElseGet(() -> Quotation.of(asked.answer().verbatim(), List.of()));
    }

    private List<ReviewCard.Line> lines(Member member, ProgramId program, Codebook codebook) {
        Map<String, Agreement> agreement = verdicts.agreement(member.workspace(), program).stream()
                .collect(Collectors.toMap(Agreement::theme, Function.identity()));
        return codebook.themes().stream()
                .map(theme -> new ReviewCard.Line(theme, agreement.get(theme.id())))
                .toList();
    }

    private static ReviewCard.@Nullable Before before(Codebook codebook, String answered) {
        int colon = answered.indexOf(':');
        return colon < 0
                ? null
                : codebook.theme(answered.substring(colon + 1))
                        .map(theme -> new ReviewCard.Before(answered.substring(0, colon), theme))
                        .orElse(null);
    }

    /**
     * @param say {@code yes}, {@code no}, {@code later}, or {@code back} to take back what was said
     * @param only the theme that alone is asked about; empty for all
     */
    @PostMapping("/codebook/review")
    ResponseEntity<Void> answer(
            Member member,
            @RequestParam UUID program,
            @RequestParam UUID response,
            @RequestParam String theme,
            @RequestParam String say,
            @RequestParam(defaultValue = "") String only) {
        Response answer = responses.find(member.workspace(), new ResponseId(response));
        Theme known = codebooks
                .active(member.workspace(), answer.program())
                .codebook()
                .theme(theme)
                .orElseThrow(() -> Problem.notFound("problem.unknown.theme"));
        switch (say) {
            case "yes", "no" -> verdicts.give(member, answer, known.id(), say.equals("yes"));
            case "back" -> verdicts.withdraw(member, answer, known.id());
            default -> reviews.skip(member, answer.id(), known.id());
        }
        boolean undoable = say.equals("yes") || say.equals("no");
        return Redirect.to(
                "/codebook/review?program=" + program + (only.isEmpty() ? "" : "&theme=" + encoded(known.id()))
                        + (undoable ? "&answered=" + encoded(response + ":" + known.id()) : ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
