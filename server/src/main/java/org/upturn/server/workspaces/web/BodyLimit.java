package org.upturn.server.workspaces.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.upturn.server.kernel.Problem;

/** Turns away a body that says itself that it is too large, before any of it is read. */
final class BodyLimit extends OncePerRequestFilter {
    private static final long LARGEST_HISTORY = 1L << 30;

    private final ApiProblems problems;

    BodyLimit(ApiProblems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largest(request)) {
            problems.write(request, response, Problem.of(Problem.Code.TOO_LARGE, "problem.body.tooLarge"));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A history is written to the disk as it comes, so it may be larger than what is held in memory. */
    private static long largest(HttpServletRequest request) {
        return request.getRequestURI().equals("/api/v1/past-imports") && request.getHeader("Idempotency-Key") == null
                ? LARGEST_HISTORY
                : RepeatableRequest.LARGEST;
    }
}
