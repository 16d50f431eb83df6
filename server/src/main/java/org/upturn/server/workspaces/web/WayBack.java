package org.upturn.server.workspaces.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go who had to sign in first: a page of ours and nothing else (CWE-601). */
final class WayBack {
    private static final int LONGEST = 2_000;

    private WayBack() {}

    /** The sign-in page that leads back to what was asked for; parts of pages and streams are no place to return to. */
    static String signIn(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = own(request.getRequestURI() + (query == null ? "" : "?" + query));
        boolean page = "GET".equals(request.getMethod())
                && request.getHeader("HX-Request") == null
                && !path.equals("/")
                && !path.endsWith("/stream");
        return page ? "/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8) : "/sign-in";
    }

    /** The path when it is one of ours, with no second slash or backslash that browsers take for a host; the home page else. */
    static String own(@Nullable String told) {
        if (told == null || told.length() > LONGEST || !told.matches("/(?!/)[!-\\[\\]-~]*")) {
            return "/";
        }
        try {
            URI uri = URI.create(told);
            return uri.getHost() == null && uri.getScheme() == null ? told : "/";
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }
}
