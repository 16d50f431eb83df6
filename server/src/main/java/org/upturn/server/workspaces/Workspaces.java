package org.upturn.server.workspaces;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;

/** The door of the room: workspaces, their members and API keys. */
@Service
public class Workspaces {
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private final WorkspaceRepository repository;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final Clock clock;

    Workspaces(WorkspaceRepository repository, PasswordEncoder passwords, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** A person who joins, with a password in plain text that is kept only as a hash. */
    public record NewMember(
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            Role role) {}

    /** A key as it is shown this one time. */
    public record NewApiKey(ApiKey key, String secret) {}

    /** Whether nobody has set this installation up yet. */
    public boolean isEmpty() {
        return repository.isEmpty();
    }

    /**
     * Makes the first workspace of an installation.
     *
     * @throws Problem when somebody else was faster
     */
    @Transactional
    public Member createFirst(String name, String timeZone, NewMember owner) {
        repository.lock();
        if (!isEmpty()) {
            throw Problem.conflict("problem.welcome.done");
        }
        return create(name, timeZone, owner);
    }

    /** Makes a workspace with its first member, who is an owner. */
    @Transactional
    public Member create(String name, String timeZone, NewMember owner) {
        var workspace = new Workspace(WorkspaceId.next(), required("workspace", name), zone(timeZone), Locale.ENGLISH);
        repository.insert(workspace, clock.instant());
        return insert(workspace.id(), new NewMember(owner.name(), owner.email(), owner.password(), Role.OWNER));
    }

    public Workspace find(WorkspaceId workspace) {
        return repository.find(workspace);
    }

    /** The language that the team as a whole is told in, and each member who chose none. */
    @Transactional
    public void speak(Member by, Locale language) {
        repository.speak(by.workspace(), language);
        audit.record(by, "workspace.language.changed", by.workspace().value());
    }

    /** Who is on the team now. */
    public List<Member> members(WorkspaceId workspace) {
        return repository.members(workspace);
    }

    /** What everybody is called who ever was on the team: what somebody did keeps their name. */
    public Map<MemberId, String> names(WorkspaceId workspace) {
        return repository.names(workspace);
    }

    /** Somebody of the team, even when they left. */
    public Optional<Member> findMember(WorkspaceId workspace, MemberId member) {
        return repository.findMember(workspace, member);
    }

    @Transactional
    public Member addMember(Member by, NewMember member) {
        Member added = insert(by.workspace(), member);
        audit.record(by, "member.added", added.id().value());
        return added;
    }

    @Transactional
    public NewApiKey addApiKey(Member by, @Nullable String name) {
        String secret = "up_" + Secrets.token();
        ApiKey key = repository.insertApiKey(by, required("name", name), secret, clock.instant());
        audit.record(by, "api-key.added", key.id());
        return new NewApiKey(key, secret);
    }

    @Transactional
    public void revokeApiKey(Member by, java.util.UUID key) {
        if (!repository.revokeApiKey(by.workspace(), key, clock.instant())) {
            throw Problem.notFound("problem.unknown.apiKey");
        }
        audit.record(by, "api-key.revoked", key);
    }

    public List<ApiKey> apiKeys(WorkspaceId workspace) {
        return repository.apiKeys(workspace);
    }

    private Member insert(WorkspaceId workspace, NewMember added) {
        String email = email(added.email());
        checkPassword(added.password());
        var member = new Member(workspace, MemberId.next(), required("name", added.name()), email, added.role());
        try {
            repository.insert(member, passwords.encode(added.password()), clock.instant());
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.member.known", email.toLowerCase(Locale.ROOT));
        }
        return member;
    }

    static String email(@Nullable String told) {
        String email = required("email", told);
        if (!email.matches("[^@\\s]+@[^@\\s]+")) {
            throw Problem.invalid("email", "problem.member.email");
        }
        return email;
    }

    static void checkPassword(@Nullable String password) {
        if (password == null || password.length() < SHORTEST_PASSWORD) {
            throw Problem.invalid("password", "problem.password.short", SHORTEST_PASSWORD);
        }
        if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw Problem.invalid("password", "problem.password.long", LONGEST_PASSWORD_BYTES);
        }
    }

    static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > 200) {
            throw Problem.invalid(field, "problem.field", field, 200);
        }
        return value.strip();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw Problem.invalid("timeZone", "problem.timeZone");
        }
    }
}
