package org.upturn.server.invitations.bounces;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.invitations.outbox.MailFates;
import org.upturn.server.invitations.outbox.MailState;
import org.upturn.server.invitations.outbox.Suppressions;
import org.upturn.server.kernel.WorkspaceId;

/**
 * Does what follows when a mail comes back. Anybody can write to a mailbox, so only what names a mail that we sent counts,
 * or an address that we wrote to lately.
 */
@Service
public class Bounces {
    private final MailFates fates;
    private final Suppressions suppressions;

    Bounces(MailFates fates, Suppressions suppressions) {
        this.fates = fates;
        this.suppressions = suppressions;
    }

    /** @return whether it was about a mail of ours */
    @Transactional
    public boolean take(WorkspaceId workspace, Returned returned) {
        Optional<MailFates.Known> known = Optional.ofNullable(returned.mail())
                .flatMap(mail -> fates.findSent(workspace, mail))
                .or(() -> Optional.ofNullable(returned.address())
                        .flatMap(address -> fates.findLastSent(workspace, address)));
        known.ifPresent(mail -> apply(workspace, mail, returned));
        return known.isPresent();
    }

    private void apply(WorkspaceId workspace, MailFates.Known mail, Returned returned) {
        switch (returned.kind()) {
            case SOFT -> fates.again(workspace, mail.mail(), returned.reason());
            case HARD -> {
                fates.end(workspace, mail.mail(), MailState.BOUNCED, returned.reason());
                suppressions.bounced(workspace, mail.address());
            }
            case COMPLAINT -> {
                fates.end(workspace, mail.mail(), MailState.COMPLAINED, returned.reason());
                suppressions.complained(workspace, mail.address());
            }
        }
    }
}
