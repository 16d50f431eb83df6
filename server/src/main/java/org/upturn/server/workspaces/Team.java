package org.upturn.server.workspaces;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;

/**
 * What becomes of members: another name, another role, another password, and leaving. Who goes loses every way in at once,
 * and what was theirs becomes somebody else's in the same moment; what they did keeps their name.
 */
@Service
public class Team {
    private final TeamRepository repository;
    private final WorkspaceRepository workspaces;
    private final List<InHands> rooms;
    private final PasswordEncoder passwords;
    private final TransactionOperations transactions;
    private final AuditLog audit;
    private final Clock clock;

    Team(
            TeamRepository repository,
            WorkspaceRepository workspaces,
            List<InHands> rooms,
            PasswordEncoder passwords,
            TransactionOperations transactions,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.workspaces = workspaces;
        this.rooms = rooms;
        this.passwords = passwords;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a member is to be called, and may do. @param successor gets what is theirs, when they may own nothing any more */
    public record Edit(
            @Nullable String name,
            @Nullable String email,
            Role role,
            @Nullable MemberId successor) {}

    /** Somebody who left. */
    public record Leaver(Member member, Instant at) {}

    /** @throws Problem when nobody on the team is that */
    public Member find(WorkspaceId workspace, MemberId id) {
        return workspaces
                .findMember(workspace, id)
                .filter(one -> !one.left())
                .orElseThrow(() -> Problem.notFound("problem.member.unknown"));
    }

    /** What is in their hands now, without what there is nothing of. */
    public List<InHands.Held> heldBy(Member member) {
        return rooms.stream()
                .flatMap(room -> room.heldBy(member).stream())
                .filter(held -> held.count() > 0)
                .toList();
    }

    /** The keys that act for them, and would stop. */
    public List<ApiKey> keysOf(Member member) {
        return workspaces.apiKeys(member.workspace()).stream()
                .filter(key -> key.actsFor().equals(member.id()))
                .toList();
    }

    /** Who left, the last first. */
    public List<Leaver> left(WorkspaceId workspace) {
        return repository.left(workspace);
    }

    /** @throws Problem when nobody would be left to decide who is in, or a viewer would own something */
    @Transactional
    public Member change(Member by, MemberId id, Edit edit) {
        repository.hold(by.workspace());
        Member before = find(by.workspace(), id);
        var now = new Member(
                by.workspace(),
                id,
                Workspaces.required("name", edit.name()),
                Workspaces.email(edit.email()),
                edit.role());
        if (now.role() != Role.OWNER) {
            keepAnOwner(before);
        }
        if (!now.answers()) {
            handAllOver(by, before, edit.successor());
        }
        if (!repository.signsInWith(before, now.email())) {
            repository.shutOut(before);
            letIn(now);
        }
        repository.change(now);
        audit.record(by, "member.changed", id.value());
        return now;
    }

    /** Gives all that is in somebody's hands to somebody else, and leaves them on the team. */
    @Transactional
    public void handOver(Member by, MemberId id, @Nullable MemberId successor) {
        repository.hold(by.workspace());
        handAllOver(by, find(by.workspace(), id), successor);
        audit.record(by, "member.handed-over", id.value());
    }

    /**
     * Takes somebody off the team: sessions and API keys end at once, the address may be used again.
     *
     * @param successor gets what is theirs; may be missing only when there is nothing
     */
    public void leave(Member by, MemberId id, @Nullable MemberId successor) {
        Member leaver = transactions.execute(leaving -> letGo(by, id, successor));
        if (successor != null) {
            // What was on its way to them while they left.
            transactions.executeWithoutResult(left -> handAllOver(by, leaver, successor));
        }
    }

    private Member letGo(Member by, MemberId id, @Nullable MemberId successor) {
        repository.hold(by.workspace());
        Member leaver = find(by.workspace(), id);
        keepAnOwner(leaver);
        handAllOver(by, leaver, successor);
        Instant now = clock.instant();
        repository.leave(leaver, now);
        repository.shutOut(leaver);
        repository.signOut(leaver, Optional.empty());
        repository.revokeKeys(leaver, now);
        audit.record(by, "member.left", id.value());
        return leaver;
    }

    /** Takes somebody back who left, with the role and the password of then; what was handed over stays where it is. */
    @Transactional
    public Member takeBack(Member by, MemberId id) {
        repository.hold(by.workspace());
        Member back = repository.left(by.workspace()).stream()
                .map(Leaver::member)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.member.unknown"));
        letIn(back);
        repository.leave(back, null);
        audit.record(by, "member.back", id.value());
        return find(by.workspace(), id);
    }

    /** Gives somebody who forgot theirs a new password; whoever is signed in as them is not any more. */
    @Transactional
    public void setPassword(Member by, MemberId id, @Nullable String password) {
        Member member = find(by.workspace(), id);
        Workspaces.checkPassword(password);
        repository.setPassword(member, passwords.encode(password));
        repository.signOut(member, Optional.empty());
        audit.record(by, "member.password.changed", id.value());
    }

    /**
     * Changes one's own password.
     *
     * @param session the one that stays open; all others end
     */
    @Transactional
    public void changePassword(Member member, String old, @Nullable String password, Optional<String> session) {
        if (!passwords.matches(old, repository.passwordHash(member))) {
            throw Problem.invalid("old", "problem.password.old");
        }
        Workspaces.checkPassword(password);
        repository.setPassword(member, passwords.encode(password));
        repository.signOut(member, session);
        audit.record(member, "member.password.changed", member.id().value());
    }

    private void letIn(Member member) {
        try {
            workspaces.letIn(member);
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.member.known", member.email().toLowerCase(Locale.ROOT));
        }
    }

    private void keepAnOwner(Member without) {
        boolean others = workspaces.members(without.workspace()).stream()
                .anyMatch(one -> one.role() == Role.OWNER && !one.id().equals(without.id()));
        if (!others) {
            throw Problem.conflict("problem.member.lastOwner");
        }
    }

    private void handAllOver(Member by, Member from, @Nullable MemberId to) {
        if (to == null) {
            if (!heldBy(from).isEmpty()) {
                throw Problem.invalid("successor", "problem.member.held", from.name());
            }
            return;
        }
        Member successor = workspaces
                .findMember(from.workspace(), to)
                .filter(Member::answers)
                .filter(one -> !one.id().equals(from.id()))
                .orElseThrow(() -> Problem.invalid("successor", "problem.member.successor", from.name()));
        rooms.forEach(room -> room.handOver(by, from, successor));
    }
}
