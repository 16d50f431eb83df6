package org.upturn.server.workspaces.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;

/**
 * Lets a program send a create again without making the thing twice: the header {@code Idempotency-Key} names the
 * request, and a repetition gets the first answer.
 */
@Component
class RequestKeys extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    /** After that long a request without an answer has died with its server. */
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final ApiProblems problems;
    private final Clock clock;

    RequestKeys(JdbcClient jdbc, ApiProblems problems, Clock clock) {
        this.jdbc = jdbc;
        this.problems = problems;
        this.clock = clock;
    }

    private record Earlier(byte[] fingerprint, Integer status, String body, OffsetDateTime createdAt) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(HEADER) == null || holdsSecrets(request);
    }

    /** Neither a password, not even hashed quickly, nor a new API key is kept here. */
    private static boolean holdsSecrets(HttpServletRequest request) {
        return request.getRequestURI()
                .matches("/api/v1/((team|api-keys|settings/alert-channels)(/.*)?|collectors/[^/]+/secret)");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Member member = PageFrames.member();
        String key = request.getHeader(HEADER);
        if (member == null || key.isBlank() || key.length() > 200) {
            problems.write(request, response, Problem.invalid(HEADER, "problem.requestKey.length"));
            return;
        }
        HttpServletRequest body;
        byte[] fingerprint;
        try {
            boolean inParts =
                    request.getContentType() != null && request.getContentType().startsWith("multipart/");
            body = inParts ? request : new RepeatableRequest(request);
            fingerprint = RequestFingerprint.of(body);
        } catch (Problem problem) {
            problems.write(request, response, problem);
            return;
        }
        if (claim(member, key, fingerprint)) {
            run(member, key, body, response, chain);
        } else {
            repeat(find(member, key), fingerprint, request, response);
        }
    }

    private void run(
            Member member, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var copy = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            chain.doFilter(request, copy);
            kept = copy.getStatus() < 500;
        } finally {
            if (kept) {
                finish(member, key, copy);
            } else {
                release(member, key);
            }
        }
        copy.copyBodyToResponse();
    }

    private void repeat(Earlier earlier, byte[] fingerprint, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!Arrays.equals(earlier.fingerprint(), fingerprint)) {
            problems.write(request, response, Problem.invalid(HEADER, "problem.requestKey.used"));
        } else if (earlier.status() == null) {
            problems.write(request, response, Problem.conflict("problem.requestKey.running"));
        } else {
            response.setStatus(earlier.status());
            response.setHeader("Idempotency-Replayed", "true");
            response.setContentType(earlier.status() < 400 ? "application/json" : "application/problem+json");
            response.getOutputStream().write(earlier.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    private boolean claim(Member member, String key, byte[] fingerprint) {
        return jdbc.sql("""
                                insert into request_key (workspace_id, key, fingerprint, created_at)
                                values (:workspace, :key, :fingerprint, :now)
                                on conflict (workspace_id, key) do update
                                set created_at = excluded.created_at
                                where request_key.workspace_id = :workspace
                                  and request_key.status is null
                                  and request_key.fingerprint = excluded.fingerprint
                                  and request_key.created_at < :dead
                                """)
                        .param("workspace", member.workspace().value())
                        .param("key", key)
                        .param("fingerprint", fingerprint)
                        .param("now", now())
                        .param("dead", now().minus(LONGEST_REQUEST))
                        .update()
                == 1;
    }

    private Earlier find(Member member, String key) {
        return jdbc.sql("""
                        select fingerprint, status, body, created_at
                        from request_key
                        where workspace_id = :workspace
                          and key = :key
                        """)
                .param("workspace", member.workspace().value())
                .param("key", key)
                .query((row, n) -> new Earlier(
                        row.getBytes(1),
                        row.getObject(2, Integer.class),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class)))
                .single();
    }

    private void finish(Member member, String key, ContentCachingResponseWrapper copy) {
        jdbc.sql("""
                        update request_key
                        set status = :status, body = :body
                        where workspace_id = :workspace
                          and key = :key
                        """)
                .param("status", copy.getStatus())
                .param("body", new String(copy.getContentAsByteArray(), StandardCharsets.UTF_8))
                .param("workspace", member.workspace().value())
                .param("key", key)
                .update();
    }

    private void release(Member member, String key) {
        jdbc.sql("delete from request_key where workspace_id = :workspace and key = :key")
                .param("workspace", member.workspace().value())
                .param("key", key)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
