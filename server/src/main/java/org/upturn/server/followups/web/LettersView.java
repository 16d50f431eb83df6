package org.upturn.server.followups.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.upturn.server.cases.Case;
import org.upturn.server.contacts.Contact;
import org.upturn.server.followups.CaseLetters;
import org.upturn.server.followups.Conversation;
import org.upturn.server.followups.LetterDraft;
import org.upturn.server.followups.OneQuestion;
import org.upturn.server.kernel.Problem;

/**
 * The conversation of a case, and what can be said next.
 *
 * @param wordless whether the person named nothing, so that there is nothing a letter could name
 * @param draft what stands in the form
 * @param refusal why no letter can go, as the end of a {@code letter.no.…}; null when one can
 * @param comesBack whether answers come back onto the record by themselves
 * @param problem what is wrong with what was just sent
 * @param passed words by which the sentence that was just checked passes; empty when none was
 * @param ready a letter that the writer sends from their own mail program; null when there is none
 */
public record LettersView(
        Case item,
        Contact person,
        String words,
        boolean wordless,
        List<ThreadEntry> entries,
        LetterDraft draft,
        List<String> suggestions,
        @Nullable String refusal,
        boolean comesBack,
        @Nullable OneQuestion question,
        Instant now,
        @Nullable Problem problem,
        List<String> passed,
        @Nullable LetterDraft ready) {
    /** What a link holds that opens the letter in the writer's mail program (RFC 6068). */
    public String mailto() {
        return "mailto:"
                + UriUtils.encode(person.email(), StandardCharsets.UTF_8).replace("%40", "@")
                + "?subject=" + UriUtils.encode(ready.subject(), StandardCharsets.UTF_8)
                + "&body="
                + UriUtils.encode(ready.text().strip().replace("\n", "\r\n"), StandardCharsets.UTF_8);
    }

    /** Whether letters go by the writer's own mail program. */
    public boolean isByHand() {
        return CaseLetters.NO_SERVER.equals(refusal);
    }

    public String path() {
        return "/cases/" + item.id().value();
    }

    /** How many letters there are. */
    public long written() {
        return entries.stream().filter(one -> one.letter() != null).count();
    }

    /** Whether something may change by itself soon. */
    public boolean isMoving() {
        return entries.stream()
                .anyMatch(one -> one.letter() != null && one.letter().isMoving());
    }

    /** The talk that is agreed on and comes next (S4-04). */
    public @Nullable Conversation scheduled() {
        return entries.stream()
                .map(ThreadEntry::conversation)
                .filter(one -> one != null && one.state(now).equals("scheduled"))
                .findFirst()
                .orElse(null);
    }

    /** Whether writing is what comes next, or somebody is at it. */
    public boolean isWriting() {
        return problem != null
                || !passed.isEmpty()
                || !draft.firstSentence().isEmpty()
                || entries.stream().noneMatch(one -> one.letter() != null);
    }

    /** Whether the one question is what comes next. */
    public boolean mayAsk() {
        return item.isOpen() && item.silent() && question == null;
    }
}
