package org.upturn.server.workspaces.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.upturn.server.kernel.Problem;

/**
 * Turns away a body that says itself that it is too large, before any of it is read, and cuts off one that does not say
 * how large it is.
 */
final class BodyLimit extends OncePerRequestFilter {
    private static final long LARGEST_HISTORY = 1L << 30;

    /** A form holds other fields beside its file; as {@code spring.servlet.multipart.max-request-size}. */
    private static final long LARGEST_FORM = 51L << 20;

    private final ApiProblems problems;

    BodyLimit(ApiProblems problems) {
        this.problems = problems;
    }

    static Problem problem() {
        return Problem.of(Problem.Code.TOO_LARGE, "problem.body.tooLarge");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long largest = largest(request);
        if (request.getContentLengthLong() > largest) {
            problems.write(request, response, problem());
        } else {
            chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request, largest) : request, response);
        }
    }

    /** A history is written to the disk as it comes, so it may be larger than what is held in memory. */
    private static long largest(HttpServletRequest request) {
        return request.getRequestURI().equals("/api/v1/past-imports") && request.getHeader("Idempotency-Key") == null
                ? LARGEST_HISTORY
                : RepeatableRequest.LARGEST;
    }

    static boolean isTooLargeForAForm(HttpServletRequest request) {
        return request.getContentLengthLong() > LARGEST_FORM;
    }

    /**
     * The same for pages: a form that is too large has no fields, so that it is refused as one without a token, and the
     * page that says so can be drawn. The container would break off in the middle of both.
     */
    static void ofPages(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(isTooLargeForAForm(request) ? new Unread(request) : request, response);
    }

    private static final class Unread extends HttpServletRequestWrapper {
        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }
    }

    private static final class Counted extends HttpServletRequestWrapper {
        private final long largest;

        Counted(HttpServletRequest request, long largest) {
            super(request);
            this.largest = largest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), largest);
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream body;
        private long left;

        CountedStream(ServletInputStream body, long left) {
            this.body = body;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = body.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw problem();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
