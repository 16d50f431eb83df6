package org.upturn.server.alerts.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.upturn.server.alerts.Alerts;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** What stands under the bell, and the stream that keeps its number true. */
@Controller
class AlertPages {
    private static final int ON_A_PAGE = 20;

    private final Alerts alerts;
    private final AlertStreams streams;
    private final Templates templates;

    AlertPages(Alerts alerts, AlertStreams streams, Templates templates) {
        this.alerts = alerts;
        this.streams = streams;
        this.templates = templates;
    }

    @GetMapping("/alerts")
    JteModel list(Page page, Member member, @RequestParam(required = false) @Nullable UUID after) {
        return templates.alertsList(page, alerts.list(member, after, ON_A_PAGE), alerts.words(member), after == null);
    }

    @PostMapping("/alerts/seen")
    ResponseEntity<Void> seen(Member member, @RequestParam(required = false) @Nullable UUID upTo) {
        if (upTo != null) {
            alerts.markSeen(member, upTo);
        }
        return Redirect.to("/alerts");
    }

    /** Server-sent events; proxies are told not to gather them. */
    @GetMapping(path = "/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Member member, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(member);
    }
}
