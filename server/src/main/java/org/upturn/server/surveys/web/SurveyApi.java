package org.upturn.server.surveys.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Survey;
import org.upturn.server.surveys.SurveyComment;
import org.upturn.server.surveys.SurveyDraft;
import org.upturn.server.surveys.SurveyDrafts;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.Member;

/** What a program asks, for programs: its versions, the draft of the next, comments, publishing. */
@RestController
@RequestMapping("/api/v1/programs/{program}/survey")
class SurveyApi {
    private final Surveys surveys;
    private final SurveyDrafts drafts;

    SurveyApi(Surveys surveys, SurveyDrafts drafts) {
        this.surveys = surveys;
        this.drafts = drafts;
    }

    record SurveyItem(
            UUID id,
            int version,
            String scoreQuestion,
            String whyQuestion,
            Questionnaire questionnaire,
            String note,
            @Nullable UUID publishedBy,
            Instant publishedAt) {
        static SurveyItem of(Survey survey) {
            return new SurveyItem(
                    survey.id(),
                    survey.version(),
                    survey.scoreQuestion(),
                    survey.whyQuestion(),
                    survey.questionnaire(),
                    survey.note(),
                    survey.publishedBy() == null ? null : survey.publishedBy().value(),
                    survey.publishedAt());
        }
    }

    record SurveyList(List<SurveyItem> items) {}

    record DraftItem(Questionnaire questionnaire, int revision) {
        static DraftItem of(SurveyDraft draft) {
            return new DraftItem(draft.questionnaire(), draft.revision());
        }
    }

    record Publication(@Nullable String note, @Nullable Boolean running) {}

    record NewComment(@Nullable String about, String words) {}

    record CommentItem(
            UUID id,
            String about,
            String words,
            UUID writtenBy,
            Instant writtenAt,
            @Nullable UUID resolvedBy,
            @Nullable Instant resolvedAt) {
        static CommentItem of(SurveyComment one) {
            return new CommentItem(
                    one.id(),
                    one.about(),
                    one.words(),
                    one.writtenBy().value(),
                    one.writtenAt(),
                    one.resolvedBy() == null ? null : one.resolvedBy().value(),
                    one.resolvedAt());
        }
    }

    record CommentList(List<CommentItem> items) {}

    /** The questions that the program asks now. */
    @GetMapping
    SurveyItem survey(Member member, @PathVariable UUID program) {
        return SurveyItem.of(surveys.latestSurvey(member.workspace(), new ProgramId(program)));
    }

    @GetMapping("/versions")
    SurveyList versions(Member member, @PathVariable UUID program) {
        return new SurveyList(surveys.versions(member.workspace(), new ProgramId(program)).stream()
                .map(SurveyItem::of)
                .toList());
    }

    @PostMapping("/versions")
    @ResponseStatus(HttpStatus.CREATED)
    SurveyItem publish(Member member, @PathVariable UUID program, @RequestBody Publication told) {
        return SurveyItem.of(drafts.publish(
                member,
                new ProgramId(program),
                told.note() == null ? "" : told.note(),
                Boolean.TRUE.equals(told.running())));
    }

    @GetMapping("/draft")
    DraftItem draft(Member member, @PathVariable UUID program) {
        return DraftItem.of(drafts.find(member.workspace(), new ProgramId(program)));
    }

    @PutMapping("/draft")
    DraftItem save(
            Member member,
            @PathVariable UUID program,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestBody Questionnaire told) {
        return DraftItem.of(drafts.save(member, new ProgramId(program), told, revision));
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Member member, @PathVariable UUID program) {
        drafts.discard(member, new ProgramId(program));
    }

    @GetMapping("/comments")
    CommentList comments(Member member, @PathVariable UUID program) {
        return new CommentList(drafts.comments(member.workspace(), new ProgramId(program)).stream()
                .map(CommentItem::of)
                .toList());
    }

    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.CREATED)
    CommentItem comment(Member member, @PathVariable UUID program, @RequestBody NewComment told) {
        String about = told.about() == null ? "" : told.about();
        return CommentItem.of(
                drafts.comment(member, new ProgramId(program), about, told.words() == null ? "" : told.words()));
    }

    @PutMapping("/comments/{comment}/resolution")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resolve(Member member, @PathVariable UUID program, @PathVariable UUID comment) {
        drafts.resolve(member, new ProgramId(program), comment);
    }
}
