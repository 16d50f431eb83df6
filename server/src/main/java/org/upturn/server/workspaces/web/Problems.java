package org.upturn.server.workspaces.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Problem.Code;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;
import tools.jackson.core.JacksonException;

/** Turns what went wrong into a page for people and into problem+json for programs. */
@ControllerAdvice
class Problems {
    /** The class of SQL states that tell of unstorable values. */
    private static final String DATA_EXCEPTION = "22";

    private final Templates templates;
    private final PageFrames frames;
    private final ApiProblems api;

    Problems(Templates templates, PageFrames frames, ApiProblems api) {
        this.templates = templates;
        this.frames = frames;
        this.api = api;
    }

    @ExceptionHandler
    void problem(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(problem, request, response);
    }

    @ExceptionHandler
    void tooLarge(MaxUploadSizeExceededException reason, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(Problem.of(Code.TOO_LARGE, "problem.file.tooLarge"), request, response);
    }

    /** A value of the wrong kind: in a path such a thing cannot exist, in a parameter it can be mended. */
    @ExceptionHandler
    void mismatch(
            org.springframework.web.method.annotation.MethodArgumentTypeMismatchException reason,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        boolean inPath = reason.getParameter().hasParameterAnnotation(PathVariable.class);
        String name = reason.getName();
        answer(
                inPath
                        ? Problem.notFound("problem.unknown." + (name.equals("id") ? "thing" : name))
                        : Problem.invalid(name, "problem.parameter", name, new Message(kind(reason.getRequiredType()))),
                request,
                response);
    }

    private static String kind(@Nullable Class<?> type) {
        String kind = type == UUID.class
                ? "id"
                : type == Integer.class || type == int.class || type == Long.class || type == long.class
                        ? "number"
                        : type == Boolean.class || type == boolean.class
                                ? "flag"
                                : type == Instant.class ? "time" : type == LocalDate.class ? "day" : "other";
        return "problem.parameter.kind." + kind;
    }

    @ExceptionHandler
    void unreadable(
            org.springframework.http.converter.HttpMessageNotReadableException reason,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String field = reason.getCause() instanceof JacksonException cause ? field(cause) : "";
        answer(
                field.isEmpty()
                        ? Problem.invalid("body", "problem.body")
                        : Problem.invalid(field, "problem.body.field", field),
                request,
                response);
    }

    private static String field(JacksonException cause) {
        return cause.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    @ExceptionHandler
    void notMultipart(MultipartException reason, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(Problem.invalid("file", "problem.file.part"), request, response);
    }

    /** PostgreSQL refuses a NUL character in a text or a time beyond its calendar: not ours to store, and not our fault. */
    @ExceptionHandler
    void notStorable(DataAccessException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failure.getMostSpecificCause() instanceof SQLException reason
                && reason.getSQLState() != null
                && reason.getSQLState().startsWith(DATA_EXCEPTION)) {
            answer(Problem.invalid("body", "problem.body.unstorable"), request, response);
            return;
        }
        other(failure, request, response);
    }

    @ExceptionHandler
    void other(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            int status = known.getStatusCode().value();
            Code code = switch (status) {
                case 404 -> Code.NOT_FOUND;
                case 405 -> Code.NOT_SUPPORTED;
                case 406 -> Code.NOT_ACCEPTABLE;
                case 413 -> Code.TOO_LARGE;
                case 415 -> Code.MEDIA_TYPE_NOT_SUPPORTED;
                default -> Code.INVALID;
            };
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            String said = known.getBody().getDetail();
            answer(refusal(code, said), request, response);
            return;
        }
        UUID reference = UUID.randomUUID();
        LoggerFactory.getLogger(Problems.class)
                .error("Failure {} on {} {}", reference, request.getMethod(), pattern(request), failure);
        answer(Problem.of(Code.INTERNAL, "problem.broken", reference), request, response);
    }

    private static Problem refusal(Code code, @Nullable String said) {
        if (code == Code.NOT_FOUND) {
            return Problem.of(code, "problem.unknown.path");
        }
        return said == null ? Problem.of(code, "problem.request") : Problem.of(code, "problem.request.said", said);
    }

    /** The path as a pattern, without ids or tokens. */
    private static Object pattern(HttpServletRequest request) {
        return request.getAttribute(org.springframework.web.servlet.HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    /** The page whose form was refused, so that what was typed there is one step away; null when it is not known. */
    private static @Nullable String back(HttpServletRequest request) {
        try {
            String referer = request.getHeader("Referer");
            URI from = referer == null || request.getMethod().equals("GET") ? null : new URI(referer);
            if (from == null
                    || !request.getServerName().equals(from.getHost())
                    || !from.getRawPath().startsWith("/")) {
                return null;
            }
            return from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
        } catch (URISyntaxException strange) {
            return null;
        }
    }

    void answer(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isOfAProgram(request)) {
            api.write(request, response, problem);
            return;
        }
        Page page = frames.of(request);
        JteModel model = templates.workspacesProblem(page, problem, back(request));
        response.setStatus(problem.code().status());
        TemplateAnswers.write(model, response);
    }

    /** Who sends JSON reads JSON: the API, hooks, widgets and kiosks. */
    private static boolean isOfAProgram(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/")
                || path.startsWith("/hooks/")
                || Objects.requireNonNullElse(request.getContentType(), "").startsWith("application/json");
    }
}
