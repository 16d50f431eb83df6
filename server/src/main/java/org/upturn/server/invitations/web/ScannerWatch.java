package org.upturn.server.invitations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.upturn.server.invitations.ScannerGuard;
import org.upturn.server.invitations.Visitor;

/** Notices who opens the buttons of mails, before the answer page is made. */
@Configuration(proxyBeanMethods = false)
class ScannerWatch implements WebMvcConfigurer, HandlerInterceptor {
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    private static final Pattern BUTTON = Pattern.compile("\\d{1,2}");

    private final ScannerGuard guard;

    ScannerWatch(ScannerGuard guard) {
        this.guard = guard;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/a/*");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String button = request.getParameter("score");
        if (LOOKING.contains(request.getMethod())
                && button != null
                && BUTTON.matcher(button).matches()) {
            guard.opened(request.getRequestURI().substring("/a/".length()), button, Visitor.of(request));
        }
        return true;
    }
}
