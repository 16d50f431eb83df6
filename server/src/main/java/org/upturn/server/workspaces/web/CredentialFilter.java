package org.upturn.server.workspaces.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.upturn.server.workspaces.SignIn;

/** Finds the member behind a request by what it brings: the session cookie on pages, the API key in the API. */
final class CredentialFilter extends OncePerRequestFilter {
    private final Function<HttpServletRequest, Optional<SignIn.Bearer>> find;

    CredentialFilter(Function<HttpServletRequest, Optional<SignIn.Bearer>> find) {
        this.find = find;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        find.apply(request).ifPresent(CredentialFilter::enter);
        chain.doFilter(request, response);
    }

    private static void enter(SignIn.Bearer bearer) {
        var role = new SimpleGrantedAuthority("ROLE_" + bearer.member().role().name());
        var known = UsernamePasswordAuthenticationToken.authenticated(bearer.member(), null, List.of(role));
        known.setDetails(bearer.key());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(known);
        SecurityContextHolder.setContext(context);
    }
}
