package org.upturn.server.channels.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away what is too large for a public door, or does not say how large it is, before any of it is read. */
@Configuration(proxyBeanMethods = false)
class PublicBodies {
    private static final long LARGEST = 2 << 20;

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> publicBodiesFilter() {
        OncePerRequestFilter filter = new Limit();
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/w/*", "/k/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 40);
        return registration;
    }

    private static final class Limit extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            long length = request.getContentLengthLong();
            if (length > LARGEST) {
                response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            } else if (length < 0 && request.getHeader("Transfer-Encoding") != null) {
                response.setStatus(HttpServletResponse.SC_LENGTH_REQUIRED);
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
