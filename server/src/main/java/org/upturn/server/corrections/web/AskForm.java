package org.upturn.server.corrections.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.corrections.Reason;
import org.upturn.server.corrections.Request;
import org.upturn.server.invitations.mail.Note;
import org.upturn.server.invitations.outbox.Skip;
import org.upturn.server.kernel.Problem;

/**
 * The form in which a member asks a person once more.
 *
 * @param questions those that can be picked, by id
 * @param note the mail as it would go
 * @param skip why no mail can go now; null when one can
 */
public record AskForm(
        Request request,
        Map<String, String> questions,
        Note note,
        @Nullable Skip skip,
        boolean mails,
        @Nullable Problem problem) {
    public List<Reason> reasons() {
        return List.of(Reason.values());
    }

    public String words() {
        return request.words() == null ? "" : request.words();
    }

    public int days() {
        return request.days() == null ? Request.USUAL_DAYS : request.days();
    }

    public List<String> paragraphs() {
        return List.of(note.letter().body().split("\\R\\s*\\R"));
    }
}
