package org.upturn.server.workspaces;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;

/** Signing in and out, and finding who sends a request. Sessions are rows, so they outlive a restart. */
@Service
public class SignIn {
    /** How long a session lasts. */
    public static final Duration SESSION = Duration.ofDays(14);

    private static final int TRIES = 10;
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int REMEMBERED_ADDRESSES = 10_000;

    /** The hash of a password that nobody knows: comparing with it takes as long as with anybody's. */
    private static final String NOBODYS_HASH = "$2a$10$3IIro8QaBYIHxYt5qjD49OJcb15W5VSI7NfyeMz4WVWV695xeq10u";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final Clock clock;
    private final ConcurrentHashMap<String, Failures> failures = new ConcurrentHashMap<>();

    private record Failures(int count, java.time.Instant since) {}

    private record Candidate(Member member, String passwordHash) {}

    SignIn(JdbcClient jdbc, PasswordEncoder passwords, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a session.
     *
     * @return the session's token, or empty when address and password do not match; which of them is wrong is not told,
     *     not even by the time it takes
     * @throws Problem after ten failures within a quarter of an hour
     */
    public Optional<String> open(String email, String password) {
        String key = email.strip().toLowerCase(Locale.ROOT);
        checkPause(key);
        Optional<Candidate> candidate = find(key);
        String hash = candidate.map(Candidate::passwordHash).orElse(NOBODYS_HASH);
        if (!passwords.matches(password, hash) || candidate.isEmpty()) {
            remember(key);
            return Optional.empty();
        }
        failures.remove(key);
        return Optional.of(openFor(candidate.get().member()));
    }

    /** Opens a session for somebody who has just proved who they are. */
    @Transactional
    public String openFor(Member member) {
        String token = Secrets.token();
        jdbc.sql("""
                        insert into member_session (token_hash, workspace_id, member_id, created_at, expires_at)
                        values (:hash, :workspace, :member, :now, :expires)
                        """)
                .param("hash", Secrets.hash(token))
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("expires", clock.instant().plus(SESSION).atOffset(ZoneOffset.UTC))
                .update();
        audit.record(member, "member.signed-in", null);
        return token;
    }

    public void close(String token) {
        jdbc.sql("delete from member_session where token_hash = :hash")
                .param("hash", Secrets.hash(token))
                .update();
    }

    /** The member of a session that has not run out. */
    public Optional<Member> findBySession(String token) {
        return jdbc.sql("""
                        select member.workspace_id, member.id, member.name, member.email, member.role, member.left_at
                        from member_session
                        join member on member.workspace_id = member_session.workspace_id
                          and member.id = member_session.member_id
                        where member_session.token_hash = :hash
                          and member_session.expires_at > :now
                          and member.left_at is null
                        """)
                .param("hash", Secrets.hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(WorkspaceRepository::member)
                .optional();
    }

    /** Who sends a request. @param key by which they do; null when they do it themselves */
    public record Bearer(Member member, @Nullable UUID key) {}

    /** The member for whom an API key acts, unless it was revoked. */
    public Optional<Bearer> findByApiKey(String key) {
        return jdbc.sql("""
                        select api_key.id as key, member.workspace_id, member.id, member.name, member.email, member.role,
                          member.left_at
                        from api_key
                        join member on member.workspace_id = api_key.workspace_id
                          and member.id = api_key.member_id
                        where api_key.key_hash = :hash
                          and api_key.revoked_at is null
                          and member.left_at is null
                        """)
                .param("hash", Secrets.hash(key))
                .query((row, n) -> new Bearer(WorkspaceRepository.member(row, n), row.getObject("key", UUID.class)))
                .optional();
    }

    private Optional<Candidate> find(String emailKey) {
        return jdbc.sql("""
                        select member.workspace_id, member.id, member.name, member.email, member.role, member.left_at,
                          member.password_hash
                        from sign_in_address
                        join member on member.workspace_id = sign_in_address.workspace_id
                          and member.id = sign_in_address.member_id
                        where sign_in_address.email_key = :email
                          and member.left_at is null
                        """)
                .param("email", emailKey)
                .query((row, n) -> new Candidate(WorkspaceRepository.member(row, n), row.getString("password_hash")))
                .optional();
    }

    private void checkPause(String key) {
        Failures seen = failures.get(key);
        if (seen != null
                && seen.count() >= TRIES
                && clock.instant().isBefore(seen.since().plus(PAUSE))) {
            throw Problem.of(Problem.Code.TOO_MANY, "problem.signIn.tries");
        }
    }

    private void remember(String key) {
        if (failures.size() >= REMEMBERED_ADDRESSES) {
            failures.clear();
        }
        failures.compute(key, (k, seen) -> {
            boolean old = seen == null || clock.instant().isAfter(seen.since().plus(PAUSE));
            return old ? new Failures(1, clock.instant()) : new Failures(seen.count() + 1, seen.since());
        });
    }
}
