package org.upturn.server.surveys.web;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Texts;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.SurveyDraft;
import org.upturn.server.surveys.SurveyDrafts;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspaces;

/** Puts together what the builder's page shows. */
@Component
class Builders {
    private final Surveys surveys;
    private final SurveyDrafts drafts;
    private final Workspaces workspaces;
    private final MessageSource messages;
    private final Clock clock;

    Builders(Surveys surveys, SurveyDrafts drafts, Workspaces workspaces, MessageSource messages, Clock clock) {
        this.surveys = surveys;
        this.drafts = drafts;
        this.workspaces = workspaces;
        this.messages = messages;
        this.clock = clock;
    }

    Builder of(WorkspaceId workspace, ProgramId program) {
        SurveyDraft draft = drafts.find(workspace, program);
        return new Builder(
                surveys.program(workspace, program),
                surveys.latestSurvey(workspace, program),
                draft.questionnaire(),
                draft.revision(),
                drafts.comments(workspace, program),
                names(workspace),
                standard(draft.questionnaire()),
                null);
    }

    /** The same with something to mend. */
    Builder with(Builder builder, Problem problem) {
        return with(builder, builder.told(), problem);
    }

    /** The same with what was typed and could not be stored. */
    Builder with(Builder now, Questionnaire typed, Problem problem) {
        return new Builder(
                now.program(),
                now.asked(),
                typed,
                now.revision(),
                now.comments(),
                now.names(),
                standard(typed),
                problem.message());
    }

    Map<MemberId, String> names(WorkspaceId workspace) {
        return workspaces.names(workspace);
    }

    private Map<String, Texts> standard(Questionnaire questionnaire) {
        return questionnaire.languages().stream()
                .distinct()
                .collect(Collectors.toMap(
                        one -> one, one -> new Texts(messages, Locale.forLanguageTag(one), ZoneOffset.UTC, clock)));
    }
}
