package org.upturn.server.workspaces.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.SignIn;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** The pages before one is in: first run, sign-in, sign-out. */
@Controller
class SignInPages {
    private final SignIn signIn;
    private final Workspaces workspaces;
    private final Templates templates;

    SignInPages(SignIn signIn, Workspaces workspaces, Templates templates) {
        this.signIn = signIn;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    @GetMapping("/sign-in")
    Object signIn(Page page, @RequestParam(defaultValue = "/") String to) {
        return workspaces.isEmpty()
                ? Redirect.to("/welcome")
                : templates.workspacesSignIn(page, "", WayBack.own(to), false);
    }

    @PostMapping("/sign-in")
    ResponseEntity<Void> signIn(
            Page page,
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<String> session = signIn.open(email, password);
        if (session.isPresent()) {
            Credentials.give(request, response, session.get(), SignIn.SESSION);
            return Redirect.to(WayBack.own(to));
        }
        response.setStatus(422);
        TemplateAnswers.write(templates.workspacesSignIn(page, email, WayBack.own(to), true), response);
        return null;
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request, HttpServletResponse response) {
        Credentials.session(request).ifPresent(signIn::close);
        Credentials.give(request, response, "", Duration.ZERO);
        return Redirect.to("/sign-in");
    }

    @GetMapping("/welcome")
    Object welcome(Page page) {
        return workspaces.isEmpty() ? templates.workspacesWelcome(page, FirstRun.EMPTY, null) : Redirect.to("/sign-in");
    }

    @PostMapping("/welcome")
    ResponseEntity<Void> welcome(
            Page page,
            @RequestParam String workspace,
            @RequestParam String timeZone,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            var owner = new Workspaces.NewMember(name, email, password, Role.OWNER);
            Member member = workspaces.createFirst(workspace, timeZone, owner);
            Credentials.give(request, response, signIn.openFor(member), SignIn.SESSION);
            return Redirect.to("/");
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            TemplateAnswers.write(
                    templates.workspacesWelcome(page, new FirstRun(workspace, timeZone, name, email), problem),
                    response);
            return null;
        }
    }
}
