package org.upturn.server.surveys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.MemberId;

/**
 * What a team is writing of the next version.
 *
 * @param revision how often it was changed; 0 while it is the same as the version that is asked
 * @param changedBy who changed it last; null while nobody has
 */
public record SurveyDraft(
        Questionnaire questionnaire,
        int revision,
        @Nullable MemberId changedBy,
        @Nullable Instant changedAt) {
    public boolean isBegun() {
        return revision > 0;
    }
}
