package org.upturn.server.followups.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.engine.guard.Said;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.followups.CaseLetters;
import org.upturn.server.followups.CaseReplies;
import org.upturn.server.followups.Conversations;
import org.upturn.server.followups.LetterDraft;
import org.upturn.server.followups.OneQuestions;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Responses;
import org.upturn.server.workspaces.Member;

/** Fetches all that the conversation of a case shows. */
@Component
class LettersViews {
    private final Cases cases;
    private final CaseLetters letters;
    private final CaseReplies replies;
    private final Conversations conversations;
    private final OneQuestions questions;
    private final Contacts contacts;
    private final Responses responses;
    private final Clock clock;

    LettersViews(
            Cases cases,
            CaseLetters letters,
            CaseReplies replies,
            Conversations conversations,
            OneQuestions questions,
            Contacts contacts,
            Responses responses,
            Clock clock) {
        this.cases = cases;
        this.letters = letters;
        this.replies = replies;
        this.conversations = conversations;
        this.questions = questions;
        this.contacts = contacts;
        this.responses = responses;
        this.clock = clock;
    }

    LettersView of(Member member, CaseId id) {
        return of(member, id, null, null, List.of(), null);
    }

    /**
     * @param draft what stands in the form; the template when null
     * @param ready to be sent by the writer; null when none is
     */
    LettersView of(
            Member member,
            CaseId id,
            @Nullable LetterDraft draft,
            @Nullable Problem problem,
            List<String> passed,
            @Nullable LetterDraft ready) {
        WorkspaceId workspace = member.workspace();
        Case item = cases.find(workspace, id);
        Said said = letters.said(workspace, id);
        return new LettersView(
                item,
                contacts.find(workspace, item.contact()),
                responses.find(workspace, item.response()).verbatim(),
                said.isSilent(),
                ThreadEntry.of(
                        letters.ofCase(workspace, id),
                        replies.ofCase(workspace, id),
                        conversations.ofCase(workspace, id)),
                draft == null ? letters.draft(member, id) : draft,
                letters.suggestions(workspace, id),
                letters.refusal(workspace, id).orElse(null),
                letters.answersComeBack(workspace),
                questions.find(workspace, id).orElse(null),
                clock.instant(),
                problem,
                passed,
                ready);
    }
}
