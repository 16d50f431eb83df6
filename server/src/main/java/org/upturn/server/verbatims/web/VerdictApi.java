package org.upturn.server.verbatims.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Verdict;
import org.upturn.server.verbatims.review.Agreement;
import org.upturn.server.verbatims.review.Reviews;
import org.upturn.server.verbatims.review.Verdicts;
import org.upturn.server.workspaces.Member;

/** People's word on themes, the questions that teach most, and how people and engine agree, for programs. */
@RestController
@RequestMapping("/api/v1")
class VerdictApi {
    private final Verdicts verdicts;
    private final Reviews reviews;
    private final Responses responses;
    private final Surveys surveys;

    VerdictApi(Verdicts verdicts, Reviews reviews, Responses responses, Surveys surveys) {
        this.verdicts = verdicts;
        this.reviews = reviews;
        this.responses = responses;
        this.surveys = surveys;
    }

    record Told(@Nullable Boolean present) {
        boolean yes() {
            if (present == null) {
                throw Problem.invalid("present", "problem.verdict.present");
            }
            return present;
        }
    }

    record VerdictItem(
            String theme,
            boolean present,
            @Nullable Boolean engineDecided,
            @Nullable Float engineProbability,
            UUID givenBy,
            Instant givenAt) {
        static VerdictItem of(Verdict verdict) {
            return new VerdictItem(
                    verdict.theme(),
                    verdict.present(),
                    verdict.machineDecided(),
                    verdict.machineProbability(),
                    verdict.givenBy().value(),
                    verdict.givenAt());
        }
    }

    record VerdictList(List<VerdictItem> items) {}

    record QuestionItem(UUID response, String theme, String verbatim, double probability) {}

    record QuestionList(List<QuestionItem> items) {}

    /** Shares are null when there is nothing to share. */
    record AgreementItem(
            String theme,
            long judged,
            long agreed,
            @Nullable Double agreement,
            long found,
            long confirmed,
            @Nullable Double precision) {
        static AgreementItem of(Agreement one) {
            return new AgreementItem(
                    one.theme(),
                    one.judged(),
                    one.agreed(),
                    one.judged() == 0 ? null : one.share(),
                    one.found(),
                    one.confirmed(),
                    one.found() == 0 ? null : one.precision());
        }
    }

    record AgreementList(List<AgreementItem> items) {}

    @GetMapping("/responses/{id}/themes")
    VerdictList list(Member member, @PathVariable UUID id) {
        return new VerdictList(verdicts.of(member.workspace(), answer(member, id)).stream()
                .map(VerdictItem::of)
                .toList());
    }

    @PutMapping("/responses/{id}/themes/{theme}")
    VerdictList give(Member member, @PathVariable UUID id, @PathVariable String theme, @RequestBody Told told) {
        verdicts.give(member, answer(member, id), theme, told.yes());
        return list(member, id);
    }

    @DeleteMapping("/responses/{id}/themes/{theme}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Member member, @PathVariable UUID id, @PathVariable String theme) {
        verdicts.withdraw(member, answer(member, id), theme);
    }

    private Response answer(Member member, UUID id) {
        return responses.find(member.workspace(), new ResponseId(id));
    }

    @GetMapping("/programs/{program}/review")
    QuestionList review(
            Member member,
            @PathVariable UUID program,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable Integer limit) {
        ProgramId known =
                surveys.program(member.workspace(), new ProgramId(program)).id();
        return new QuestionList(reviews.next(member, known, theme, Slice.limit(limit)).stream()
                .map(one -> new QuestionItem(
                        one.answer().id().value(), one.theme(), one.answer().verbatim(), one.probability()))
                .toList());
    }

    @GetMapping("/programs/{program}/agreement")
    AgreementList agreement(Member member, @PathVariable UUID program) {
        ProgramId known =
                surveys.program(member.workspace(), new ProgramId(program)).id();
        return new AgreementList(verdicts.agreement(member.workspace(), known).stream()
                .map(AgreementItem::of)
                .toList());
    }
}
