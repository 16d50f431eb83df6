package org.upturn.server.responses.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.AnswerDraft;
import org.upturn.server.responses.AnswerDrafts;
import org.upturn.server.responses.QuestionCounts;
import org.upturn.server.responses.QuestionResults;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.workspaces.Member;

/** What came back to each question of a wave, and what waits to count, for programs. */
@RestController
@RequestMapping("/api/v1/programs/{program}/waves/{wave}")
class WaveAnswersApi {
    private final Surveys surveys;
    private final QuestionResults results;
    private final AnswerDrafts drafts;

    WaveAnswersApi(Surveys surveys, QuestionResults results, AnswerDrafts drafts) {
        this.surveys = surveys;
        this.results = results;
        this.drafts = drafts;
    }

    record Count(String value, String label, long count, double share) {}

    record Result(String question, String words, Kind kind, long answered, List<Count> counts, List<String> latest) {
        static Result of(QuestionCounts one) {
            return new Result(
                    one.question().id(),
                    one.words(),
                    one.question().kind(),
                    one.answered(),
                    one.counts().entrySet().stream()
                            .map(count -> new Count(
                                    count.getKey(),
                                    one.labels().get(count.getKey()),
                                    count.getValue(),
                                    one.share(count.getKey())))
                            .toList(),
                    one.latest());
        }
    }

    record Results(List<Result> items) {}

    record Provisional(UUID contact, int score, Instant changedAt, Instant countsAt) {
        static Provisional of(AnswerDraft one) {
            return new Provisional(
                    one.invited().contact().value(), one.score().value(), one.changedAt(), one.countsAt());
        }
    }

    record Waiting(List<Provisional> items) {}

    @GetMapping("/answers")
    Results answers(Member member, @PathVariable UUID program, @PathVariable UUID wave) {
        return new Results(results.ofWave(member.workspace(), find(member, program, wave)).stream()
                .map(Result::of)
                .toList());
    }

    @GetMapping("/provisional")
    Waiting provisional(Member member, @PathVariable UUID program, @PathVariable UUID wave) {
        Wave known = find(member, program, wave);
        return new Waiting(drafts.provisional(member.workspace(), known.id()).stream()
                .map(Provisional::of)
                .toList());
    }

    private Wave find(Member member, UUID program, UUID wave) {
        Wave known = surveys.wave(member.workspace(), new WaveId(wave));
        if (!known.program().value().equals(program)) {
            throw Problem.notFound("problem.unknown.wave");
        }
        return known;
    }
}
