package org.upturn.server.workspaces.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.upturn.server.kernel.Problem;

/** What the container itself turned away, such as an upload far too large, said like every other problem. */
@Controller
class ErrorPages implements ErrorController {
    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        problems.answer(problem(status instanceof Integer code ? code : 404), request, response);
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.of(Problem.Code.NOT_FOUND, "problem.unknown.path");
            case 403 -> Problem.of(Problem.Code.NOT_ALLOWED, "problem.role.page");
            case 413 -> Problem.of(Problem.Code.TOO_LARGE, "problem.body.tooLarge");
            default -> Problem.of(Problem.Code.INVALID, "problem.request");
        };
    }
}
