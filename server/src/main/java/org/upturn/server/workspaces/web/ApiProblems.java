package org.upturn.server.workspaces.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.upturn.server.kernel.Problem;
import tools.jackson.databind.json.JsonMapper;

/** How the API says that something went wrong: {@code application/problem+json} (RFC 9457) with a code of ours. */
final class ApiProblems {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ApiProblems() {}

    static ProblemDetail detail(Problem problem) {
        ProblemDetail detail = ProblemDetail.forStatus(problem.code().status());
        detail.setType(URI.create("urn:upturn:problem:" + problem.code().word()));
        detail.setTitle(problem.code().word());
        detail.setDetail(problem.detail());
        detail.setProperty("code", problem.code().word());
        if (problem.field() != null) {
            detail.setProperty("field", problem.field());
        }
        return detail;
    }

    static void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.code().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        ProblemDetail detail = detail(problem);
        var body = new java.util.LinkedHashMap<String, Object>();
        body.put("type", String.valueOf(detail.getType()));
        body.put("title", detail.getTitle());
        body.put("status", detail.getStatus());
        body.put("detail", detail.getDetail());
        body.putAll(detail.getProperties());
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }

    static void notSignedIn(HttpServletRequest request, HttpServletResponse response, Exception reason)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(response, Problem.of(Problem.Code.NOT_SIGNED_IN, "Send your API key: Authorization: Bearer up_…"));
    }

    static void notAllowed(HttpServletRequest request, HttpServletResponse response, Exception reason)
            throws IOException {
        write(
                response,
                Problem.of(Problem.Code.NOT_ALLOWED, "The member of this API key has a role that does not allow it."));
    }
}
