package org.upturn.server.surveys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.MemberId;

/**
 * The questions in one version; an answer keeps which version it was given to.
 *
 * @param version 1, 2, …
 * @param note what its publisher said of it; may be empty
 * @param publishedBy null for the version that a program begins with
 */
public record Survey(
        UUID id,
        ProgramId program,
        int version,
        Questionnaire questionnaire,
        String note,
        @Nullable MemberId publishedBy,
        Instant publishedAt) {
    /** Asks for 0–10 (S2-01), in the language that the survey is written in. */
    public String scoreQuestion() {
        return questionnaire.text(questionnaire.base(), Questionnaire.SCORE);
    }

    /** Asks for the reason (S1-10), in the language that the survey is written in. */
    public String whyQuestion() {
        return questionnaire.text(questionnaire.base(), Questionnaire.WHY);
    }
}
