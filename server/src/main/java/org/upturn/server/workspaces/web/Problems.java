package org.upturn.server.workspaces.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Problem.Code;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** Turns what went wrong into a page for people and into problem+json for programs. */
@ControllerAdvice
class Problems {
    /** PostgreSQL: character_not_in_repertoire, untranslatable_character, invalid_datetime_format, datetime_field_overflow. */
    private static final Set<String> UNKEPT = Set.of("22021", "22P05", "22007", "22008");

    private final Templates templates;
    private final PageFrames frames;

    Problems(Templates templates, PageFrames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    @ExceptionHandler
    void problem(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(problem, request, response);
    }

    @ExceptionHandler
    void tooLarge(MaxUploadSizeExceededException reason, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(
                Problem.of(Code.TOO_LARGE, "That file is larger than 50 MB. Split it and send the parts."),
                request,
                response);
    }

    /** A form that should carry a file and does not. */
    @ExceptionHandler
    void noFile(
            org.springframework.web.multipart.MultipartException reason,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer(Problem.invalid("file", "Send the file as multipart/form-data, in the field file."), request, response);
    }

    /** A value of the wrong kind in a path or parameter: such a thing cannot exist. */
    @ExceptionHandler
    void mismatch(
            org.springframework.web.method.annotation.MethodArgumentTypeMismatchException reason,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer(Problem.notFound(reason.getName()), request, response);
    }

    @ExceptionHandler
    void unreadable(
            org.springframework.http.converter.HttpMessageNotReadableException reason,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer(
                Problem.invalid("body", "The body is not the JSON that the OpenAPI document describes."),
                request,
                response);
    }

    /** What the database cannot keep, such as a NUL character or a year beyond its calendar, is the sender's to mend. */
    @ExceptionHandler
    void unkept(
            org.springframework.dao.DataAccessException reason, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (reason.getRootCause() instanceof SQLException cause && UNKEPT.contains(cause.getSQLState())) {
            answer(Problem.invalid("text", "A text holds a character, or a time a year, that cannot be kept."), request, response);
        } else {
            other(reason, request, response);
        }
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
                case 405, 406, 415 -> Code.NOT_SUPPORTED;
                default -> Code.INVALID;
            };
            String said = known.getBody().getDetail();
            answer(Problem.of(code, said == null ? "This request cannot be taken as it is." : said), request, response);
            return;
        }
        UUID reference = UUID.randomUUID();
        LoggerFactory.getLogger(Problems.class)
                .error("Failure {} on {} {}", reference, request.getMethod(), pattern(request), failure);
        answer(
                Problem.of(
                        Code.INTERNAL,
                        "Something broke on our side. Tell your administrator the reference " + reference + "."),
                request,
                response);
    }

    /** The path as a pattern, without ids or tokens. */
    private static Object pattern(HttpServletRequest request) {
        return request.getAttribute(org.springframework.web.servlet.HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    private void answer(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            ApiProblems.write(response, problem);
            return;
        }
        Page page = frames.of(request);
        JteModel model = templates.workspacesProblem(page, problem);
        response.setStatus(problem.code().status());
        TemplateAnswers.write(model, response);
    }
}
