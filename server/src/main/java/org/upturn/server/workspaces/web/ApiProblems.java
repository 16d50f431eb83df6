package org.upturn.server.workspaces.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.upturn.server.kernel.Problem;
import tools.jackson.databind.json.JsonMapper;

/** How the API says that something went wrong: {@code application/problem+json} (RFC 9457) with a code of ours. */
@Component
final class ApiProblems {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MessageSource messages;
    private final LocaleResolver languages;

    ApiProblems(MessageSource messages, LocaleResolver languages) {
        this.messages = messages;
        this.languages = languages;
    }

    private ProblemDetail detail(HttpServletRequest request, Problem problem) {
        ProblemDetail detail = ProblemDetail.forStatus(problem.code().status());
        detail.setType(URI.create("urn:upturn:problem:" + problem.code().word()));
        detail.setTitle(problem.code().word());
        detail.setDetail(messages.getMessage(problem.message(), languages.resolveLocale(request)));
        detail.setProperty("code", problem.code().word());
        if (problem.field() != null) {
            detail.setProperty("field", problem.field());
        }
        return detail;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.code().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        ProblemDetail detail = detail(request, problem);
        var body = new java.util.LinkedHashMap<String, Object>();
        body.put("type", String.valueOf(detail.getType()));
        body.put("title", detail.getTitle());
        body.put("status", detail.getStatus());
        body.put("detail", detail.getDetail());
        body.putAll(detail.getProperties());
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }

    /** What the firewall turns away before anybody looks at it, such as {@code ;} or {@code ..} in a path. */
    void refused(HttpServletRequest request, HttpServletResponse response, Exception reason) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            write(request, response, Problem.of(Problem.Code.INVALID, "problem.request"));
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    void notSignedIn(HttpServletRequest request, HttpServletResponse response, Exception reason) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        boolean sent = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        write(
                request,
                response,
                Problem.of(Problem.Code.NOT_SIGNED_IN, sent ? "problem.apiKey.unknown" : "problem.apiKey.missing"));
    }

    void notAllowed(HttpServletRequest request, HttpServletResponse response, Exception reason) throws IOException {
        write(request, response, Problem.of(Problem.Code.NOT_ALLOWED, "problem.apiKey.role"));
    }
}
