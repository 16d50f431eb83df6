package org.upturn.server.surveys;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.questions.Question;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.surveys.questions.QuestionnaireCheck;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The survey as it is being written: one draft for each program, what teammates say of it, and publishing it. */
@Service
public class SurveyDrafts {
    private static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_NOTE = 500;

    private final Surveys surveys;
    private final SurveyRepository published;
    private final SurveyDraftRepository repository;
    private final AuditLog audit;
    private final Clock clock;

    SurveyDrafts(
            Surveys surveys,
            SurveyRepository published,
            SurveyDraftRepository repository,
            AuditLog audit,
            Clock clock) {
        this.surveys = surveys;
        this.published = published;
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** The draft; while none is begun, what is asked now under revision 0. */
    public SurveyDraft find(WorkspaceId workspace, ProgramId program) {
        Survey asked = surveys.latestSurvey(workspace, program);
        return repository
                .find(workspace, program)
                .orElseGet(() -> new SurveyDraft(asked.questionnaire(), 0, null, null));
    }

    /**
     * Stores the draft as a whole.
     *
     * @param seen the revision it was made from; null to store it whatever others did
     * @throws Problem a conflict when somebody changed it since
     */
    @Transactional
    public SurveyDraft save(Member member, ProgramId program, Questionnaire told, @Nullable Integer seen) {
        surveys.program(member.workspace(), program);
        published.lock(member.workspace(), program);
        SurveyDraft known = find(member.workspace(), program);
        if (seen != null && seen != known.revision()) {
            throw Problem.conflict("problem.survey.edited");
        }
        Questionnaire sound = QuestionnaireCheck.storable(told);
        if (!sound.equals(known.questionnaire())) {
            repository.save(member, program, sound, clock.instant());
        }
        return find(member.workspace(), program);
    }

    @Transactional
    public void discard(Member member, ProgramId program) {
        surveys.program(member.workspace(), program);
        repository.delete(member.workspace(), program);
    }

    /**
     * Makes the draft the next version. Waves that have not opened yet will ask it; answers keep the version they were
     * given to.
     *
     * @param running whether waves that are open ask it from now on, too
     */
    @Transactional
    public Survey publish(Member member, ProgramId program, String note, boolean running) {
        WorkspaceId workspace = member.workspace();
        surveys.program(workspace, program);
        published.lock(workspace, program);
        SurveyDraft draft = find(workspace, program);
        List<Survey> before = surveys.versions(workspace, program);
        checkReady(draft, before);
        if (note.length() > LONGEST_NOTE) {
            throw Problem.invalid("note", "problem.survey.note", LONGEST_NOTE);
        }
        Instant now = clock.instant();
        int version = before.getFirst().version() + 1;
        var survey = new Survey(Ids.next(), program, version, draft.questionnaire(), note.strip(), member.id(), now);
        published.insert(workspace, survey);
        published.ask(workspace, survey, now, running);
        repository.delete(workspace, program);
        audit.record(member, "survey.published", program.value());
        return survey;
    }

    private static void checkReady(SurveyDraft draft, List<Survey> before) {
        if (!draft.isBegun() || draft.questionnaire().equals(before.getFirst().questionnaire())) {
            throw Problem.conflict("problem.survey.same");
        }
        List<Message> missing = QuestionnaireCheck.beforeAsking(draft.questionnaire());
        if (!missing.isEmpty()) {
            throw Problem.of(Problem.Code.INVALID, "problem.survey.unready", missing.getFirst());
        }
        for (Question question : draft.questionnaire().questions()) {
            before.stream()
                    .flatMap(one -> one.questionnaire().question(question.id()).stream())
                    .filter(one -> one.kind() != question.kind())
                    .findAny()
                    .ifPresent(one -> {
                        throw Problem.invalid("kind", "problem.survey.kindChanged", question.id());
                    });
        }
    }

    /** What teammates said, the first first. */
    public List<SurveyComment> comments(WorkspaceId workspace, ProgramId program) {
        return repository.comments(
                workspace, surveys.program(workspace, program).id());
    }

    /** @param about the key of the text it is about; empty for the whole */
    @Transactional
    public SurveyComment comment(Member member, ProgramId program, String about, String words) {
        surveys.program(member.workspace(), program);
        if (words.isBlank() || words.length() > LONGEST_COMMENT || words.indexOf('\0') >= 0 || about.length() > 100) {
            throw Problem.invalid("words", "problem.survey.comment", LONGEST_COMMENT);
        }
        var comment = new SurveyComment(Ids.next(), about, words.strip(), member.id(), clock.instant(), null, null);
        repository.insert(member, program, comment);
        return comment;
    }

    /** What the comment asked for is done or answered. */
    @Transactional
    public void resolve(Member member, ProgramId program, UUID comment) {
        surveys.program(member.workspace(), program);
        if (!repository.resolve(member, program, comment, clock.instant())) {
            throw Problem.notFound("problem.unknown.comment");
        }
    }
}
