package org.upturn.server.workspaces.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.upturn.server.kernel.Texts;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Unseen;
import org.upturn.server.workspaces.Workspaces;

/** Makes the frame of a page from a request. */
final class PageFrames {
    private final MessageSource messages;
    private final Workspaces workspaces;
    private final Unseen unseen;
    private final Clock clock;

    PageFrames(MessageSource messages, Workspaces workspaces, Unseen unseen, Clock clock) {
        this.messages = messages;
        this.workspaces = workspaces;
        this.unseen = unseen;
        this.clock = clock;
    }

    Page of(HttpServletRequest request) {
        Member member = member();
        ZoneId zone = member == null
                ? ZoneOffset.UTC
                : workspaces.find(member.workspace()).timeZone();
        var texts = new Texts(messages, Locale.ENGLISH, zone, clock);
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                texts,
                member,
                token == null ? "" : token.getToken(),
                request.getRequestURI(),
                program(request),
                "1".equals(parameter(request, "saved")),
                member == null ? 0 : unseen.of(member.workspace(), member.id()));
    }

    static @Nullable Member member() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Member member ? member : null;
    }

    /** A form that the container could not read, such as one far too large, has none; it is asked for again by the page that says so. */
    private static @Nullable String parameter(HttpServletRequest request, String name) {
        try {
            return request.getParameter(name);
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }

    /** Only a well-formed id is carried along into links. */
    private static @Nullable String program(HttpServletRequest request) {
        String program = parameter(request, "program");
        try {
            return program == null ? null : UUID.fromString(program).toString();
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
