package org.upturn.server.invitations.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.invitations.bounces.Bounces;
import org.upturn.server.invitations.bounces.Returned;
import org.upturn.server.invitations.bounces.ReturnedMail;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a mail service reports what came back; the address is the authority. */
@RestController
class MailHook {
    private static final int LARGEST = 1 << 20;
    private static final int MOST = 1_000;

    private final MailSetup setup;
    private final Bounces bounces;
    private final JsonMapper json;

    MailHook(MailSetup setup, Bounces bounces, JsonMapper json) {
        this.setup = setup;
        this.bounces = bounces;
        this.json = json;
    }

    /** How many reports were read, and how many of them were about mails of ours. */
    record Taken(int reports, int known) {}

    @PostMapping("/hooks/mail/{token}")
    Taken take(@PathVariable String token, InputStream body) throws IOException {
        WorkspaceId workspace =
                setup.workspaceOfHook(token).orElseThrow(() -> Problem.notFound("problem.unknown.path"));
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Problem.of(Problem.Code.TOO_LARGE, "problem.hook.large");
        }
        List<Returned> reports = reports(bytes);
        long known =
                reports.stream().filter(one -> bounces.take(workspace, one)).count();
        return new Taken(reports.size(), (int) known);
    }

    private List<Returned> reports(byte[] bytes) {
        JsonNode root;
        try {
            root = json.readTree(bytes);
        } catch (JacksonException broken) {
            throw Problem.invalid("body", "problem.hook.report");
        }
        var reports = new ArrayList<Returned>();
        if (root != null && root.isArray() && root.size() <= MOST) {
            root.forEach(one -> reports.add(report(one)));
        } else {
            reports.add(report(root));
        }
        return reports;
    }

    private static Returned report(@Nullable JsonNode told) {
        if (told == null || !told.isObject()) {
            throw Problem.invalid("body", "problem.hook.report");
        }
        UUID mail = ReturnedMail.mail(told.path("messageId").asString(""));
        String address = told.path("address").asString("");
        if (mail == null && address.isBlank()) {
            throw Problem.invalid("messageId", "problem.hook.report");
        }
        String reason = told.path("reason").asString("");
        return new Returned(
                kind(told.path("kind").asString("")),
                mail,
                address.isBlank() ? null : address.strip(),
                reason.substring(0, Math.min(reason.length(), 500)));
    }

    private static Returned.Kind kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "hard" -> Returned.Kind.HARD;
            case "soft" -> Returned.Kind.SOFT;
            case "complaint" -> Returned.Kind.COMPLAINT;
            default -> throw Problem.invalid("kind", "problem.hook.report");
        };
    }
}
