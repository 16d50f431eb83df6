package org.upturn.server.workspaces.web.parameters;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.upturn.server.kernel.Problem;

/**
 * Refuses parameters that an operation of the API does not know: a filter that is misspelled would else be no filter, and
 * whoever meant a few would get all.
 */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {
    /** Stands for whatever name; of operations that take them all. */
    private static final String ANY = "*";

    private final DefaultParameterNameDiscoverer discoverer = new DefaultParameterNameDiscoverer();
    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && handler instanceof HandlerMethod method) {
            Set<String> names = known.computeIfAbsent(method, this::names);
            for (String part : request.getQueryString().split("&")) {
                String name = name(part);
                if (!name.isEmpty() && !names.contains(name) && !names.contains(ANY)) {
                    throw names.isEmpty()
                            ? Problem.invalid(name, "problem.parameter.none", name)
                            : Problem.invalid(name, "problem.parameter.unknown", name, String.join(", ", names));
                }
            }
        }
        return true;
    }

    private static String name(String part) {
        try {
            return URLDecoder.decode(part.split("=", 2)[0], StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return part;
        }
    }

    private Set<String> names(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(one -> one.hasParameterAnnotation(RequestParam.class))
                .map(this::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(discoverer);
        String told = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
        if (Map.class.isAssignableFrom(parameter.getParameterType())) {
            return ANY;
        }
        return told.isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : told;
    }
}
