package org.upturn.server.channels.web;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;
import org.upturn.server.channels.Collector;
import org.upturn.server.channels.CollectorKind;
import org.upturn.server.channels.Collectors;

/** Lets the pages of the listed origins speak to their widget's doors, and no others. Never with cookies. */
@Configuration(proxyBeanMethods = false)
class WidgetOrigins {
    private static final long KEPT_SECONDS = 600;

    @Bean
    FilterRegistrationBean<CorsFilter> widgetOriginsFilter(Collectors collectors) {
        var filter = new CorsFilter(request -> {
            String[] parts = request.getRequestURI().split("/");
            // The script itself is no secret and needs no such leave.
            if (parts.length < 4) {
                return null;
            }
            var allowed = new CorsConfiguration();
            allowed.setAllowedOrigins(collectors
                    .findByKey(CollectorKind.WIDGET, parts[2])
                    .map(Collector::settings)
                    .map(one -> one.origins())
                    .orElse(List.of()));
            allowed.setAllowedMethods(List.of("POST"));
            allowed.setAllowedHeaders(List.of("Content-Type"));
            allowed.setAllowCredentials(false);
            allowed.setMaxAge(KEPT_SECONDS);
            return allowed;
        });
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/w/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        return registration;
    }
}
