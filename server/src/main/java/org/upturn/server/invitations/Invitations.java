package org.upturn.server.invitations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;

/** The door of the room: invites contacts to waves and knows whom a link belongs to. */
@Service
public class Invitations {
    private final InvitationRepository repository;
    private final LinkTokens tokens;
    private final Surveys surveys;
    private final Contacts contacts;
    private final Clock clock;

    Invitations(InvitationRepository repository, LinkTokens tokens, Surveys surveys, Contacts contacts, Clock clock) {
        this.repository = repository;
        this.tokens = tokens;
        this.surveys = surveys;
        this.contacts = contacts;
        this.clock = clock;
    }

    /**
     * How far a wave has got.
     *
     * @param invited people whom we asked
     * @param answered how many of them have answered
     * @param others who answered without being asked: by an open link, a widget or a kiosk, or in another tool; they
     *     say nothing of the response rate
     */
    public record Progress(long invited, long answered, long others) {
        public static final Progress NONE = new Progress(0, 0, 0);
    }

    /** Invites a contact; inviting again gives the same invitation with the same link. */
    @Transactional
    public Invitation invite(WorkspaceId workspace, WaveId wave, ContactId contact) {
        return invite(workspace, wave, contact, Channel.LINK);
    }

    /** The same for somebody who came by this channel; who was invited before keeps the channel of then. */
    @Transactional
    public Invitation invite(WorkspaceId workspace, WaveId wave, ContactId contact, Channel channel) {
        checkNotOver(surveys.wave(workspace, wave));
        contacts.find(workspace, contact);
        return repository
                .insert(workspace, wave, List.of(contact), channel, clock.instant())
                .getFirst();
    }

    /** The invitation behind an answer, made when it came in without one; the wave may be over. */
    @Transactional
    public Invited ofAnswer(WorkspaceId workspace, WaveId wave, ContactId contact) {
        var made = repository
                .insert(workspace, wave, List.of(contact), Channel.IMPORT, clock.instant())
                .getFirst();
        return new Invited(workspace, made.id(), wave, contact);
    }

    /** Invites these contacts, who must be of this workspace. */
    @Transactional
    public List<Invitation> inviteAll(WorkspaceId workspace, WaveId wave, List<ContactId> invited) {
        checkNotOver(surveys.wave(workspace, wave));
        return invited.isEmpty()
                ? List.of()
                : repository.insert(workspace, wave, invited, Channel.LINK, clock.instant());
    }

    private void checkNotOver(Wave wave) {
        if (!clock.instant().isBefore(wave.closesAt())) {
            throw Problem.conflict("problem.wave.over");
        }
    }

    /** Whom this link belongs to; empty for a forged or mistyped one. */
    public Optional<Invited> findByToken(String token) {
        return repository.findByToken(token);
    }

    /** The path of the personal link of this invitation. */
    public String path(InvitationId invitation) {
        return "/a/" + tokens.token(invitation);
    }

    /** Remembers that the person has answered; the first time counts. */
    public void markAnswered(Invited invited) {
        repository.markAnswered(invited, clock.instant());
    }

    /** Whether this contact was asked or has answered since then, in any wave and by any channel. */
    public boolean isAskedSince(WorkspaceId workspace, ContactId contact, Instant since) {
        return repository.isAskedSince(workspace, contact, since);
    }

    /** Everybody invited to a wave. */
    public List<Invited> ofWave(WorkspaceId workspace, WaveId wave) {
        return repository.ofWave(workspace, wave);
    }

    public Slice<Invitation> list(WorkspaceId workspace, @Nullable WaveId wave, @Nullable UUID after, int limit) {
        return Slice.of(
                repository.list(workspace, wave, after, limit + 1),
                limit,
                one -> one.id().value());
    }

    /**
     * How many people are here only because they once answered another program in another tool. They are contacts like all
     * others, so whoever asks everyone asks them too, and is told so.
     */
    public long onlyElsewhere(WorkspaceId workspace, ProgramId program) {
        return repository.onlyElsewhere(workspace, program);
    }

    public Progress progress(WorkspaceId workspace, WaveId wave) {
        return progress(workspace).getOrDefault(wave, Progress.NONE);
    }

    public Map<WaveId, Progress> progress(WorkspaceId workspace) {
        return repository.progress(workspace);
    }
}
