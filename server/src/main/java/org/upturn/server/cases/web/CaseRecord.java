package org.upturn.server.cases.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Assignment;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.Closure;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.cases.Movement;
import org.upturn.server.cases.Priority;
import org.upturn.server.contacts.Account;
import org.upturn.server.interactions.Document;
import org.upturn.server.interactions.Interaction;
import org.upturn.server.responses.AnswerVersion;
import org.upturn.server.responses.QuestionResults;
import org.upturn.server.responses.Response;
import org.upturn.server.verbatims.VerbatimReading;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/**
 * The record of a detractor in its five parts (S4-02): score and verbatim, prior wave, history, documents.
 *
 * @param more what was answered beyond score and reason
 * @param prior the answer in the wave before with what was promised and delivered then; null for a first answer
 * @param assignments how it came to its owner, the last first
 * @param stake what is at stake; null for who belongs to no account
 * @param worked how much of what is left of the recovery window is worked by the owner; zero when it has passed
 * @param missing what must still be logged before it can close as resolved
 */
public record CaseRecord(
        CaseRow row,
        @Nullable VerbatimReading reading,
        List<AnswerVersion> versions,
        List<QuestionResults.Answered> more,
        @Nullable Prior prior,
        List<Answered> answers,
        List<Interaction> interactions,
        List<Document> documents,
        List<FollowUp> followUps,
        List<Closure> closures,
        List<FollowUp.Kind> missing,
        List<Assignment> assignments,
        @Nullable Stake stake,
        Priority priority,
        Duration worked,
        List<Member> team) {
    /**
     * The account of the person.
     *
     * @param days until its renewal, negative when that has passed; null when nobody told the day
     * @param currency of its revenue; null when nobody told
     */
    public record Stake(
            Account account, @Nullable Long days, @Nullable String currency) {}

    /** An answer in some wave. */
    public record Answered(String wave, Response response) {}

    /** The answer before this one and how its loop ended. */
    public record Prior(
            String wave, Response response, @Nullable Case item, List<FollowUp> followUps) {}

    /** The same person's next answer in this program, in which it shows whether the follow-up helped. */
    public Optional<Answered> answeredNext() {
        return answers.stream()
                .filter(one -> one.response().program().equals(row.item().program()))
                .takeWhile(one -> !one.response().id().equals(row.item().response()))
                .reduce((later, sooner) -> sooner);
    }

    public Movement movement(Answered next) {
        return Movement.of(row.item().score(), next.response().score());
    }

    /** Who that is; empty for nobody, and for who has left. */
    public Optional<Member> member(@Nullable MemberId id) {
        return team.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Closed now, with how. */
    public Optional<Closure> closed() {
        return closures.stream().filter(one -> one.reopenedAt() == null).reduce((first, last) -> last);
    }

    /** What is most likely to be logged next. */
    public FollowUp.Kind next() {
        boolean contacted = row.item().contactedAt() != null;
        return missing.isEmpty() ? FollowUp.Kind.NOTE : contacted ? missing.getFirst() : FollowUp.Kind.CONTACTED;
    }

    public boolean canResolve() {
        return missing.isEmpty();
    }
}
