package org.upturn.server.workspaces.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds handlers as Spring does, but looks first whether the path begins as the pattern does: of some four hundred patterns
 * with variables Spring matches each, with method and headers, for every request (a tenth of the time of taking an answer).
 */
class QuickMapping extends RequestMappingHandlerMapping {
    private final Map<RequestMappingInfo, String[]> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        String path = ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .value();
        String[] known = beginnings.computeIfAbsent(info, QuickMapping::beginnings);
        return Arrays.stream(known).anyMatch(path::startsWith) ? super.getMatchingMapping(info, request) : null;
    }

    /** What stands before the first variable of each pattern. */
    private static String[] beginnings(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .map(pattern -> pattern.split("[{*?]", 2)[0])
                .toArray(String[]::new);
    }
}
