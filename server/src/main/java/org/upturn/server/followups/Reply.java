package org.upturn.server.followups;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.CaseId;

/**
 * What came back by mail.
 *
 * @param messageId of the mail; empty when it had none
 * @param sender the address that it came from; anybody can write any address there
 * @param words what was written, without what it quotes
 * @param quoted whether something was left out that it quotes
 * @param automatic whether a machine wrote it: out of office and the like
 * @param attachments their names and sizes; they stay in the mailbox
 * @param sentAt as the mail says
 * @param logged the follow-up that a member made of it
 */
public record Reply(
        UUID id,
        CaseId caseId,
        String messageId,
        String sender,
        String subject,
        String words,
        boolean quoted,
        boolean automatic,
        List<String> attachments,
        @Nullable Instant sentAt,
        Instant receivedAt,
        @Nullable UUID logged) {
    public Reply {
        attachments = List.copyOf(attachments);
    }
}
