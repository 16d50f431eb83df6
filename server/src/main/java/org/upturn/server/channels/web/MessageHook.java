package org.upturn.server.channels.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.channels.replies.Replies;
import org.upturn.server.invitations.outbox.TextFates;
import org.upturn.server.invitations.texts.GatewaySetup;
import org.upturn.server.invitations.texts.WebhookSignature;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a gateway tells what became of text messages and what people replied. The address is the authority. */
@RestController
class MessageHook {
    private static final int LARGEST = 1 << 20;
    private static final int MOST = 1_000;
    private static final int LONGEST_ID = 200;

    private final GatewaySetup setup;
    private final TextFates fates;
    private final Replies replies;
    private final JsonMapper json;

    MessageHook(GatewaySetup setup, TextFates fates, Replies replies, JsonMapper json) {
        this.setup = setup;
        this.fates = fates;
        this.replies = replies;
        this.json = json;
    }

    /** How many were read, and how many of them were about people and messages of ours. */
    record Taken(int items, int known) {}

    @PostMapping("/hooks/messages/{token}")
    Taken take(
            @PathVariable String token,
            @RequestHeader(name = "webhook-id", required = false) @Nullable String id,
            @RequestHeader(name = "webhook-timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "webhook-signature", required = false) @Nullable String signature,
            InputStream body)
            throws IOException {
        WorkspaceId workspace =
                setup.workspaceOfHook(token).orElseThrow(() -> Problem.notFound("problem.unknown.path"));
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Problem.of(Problem.Code.TOO_LARGE, "problem.hook.large");
        }
        if (!setup.isGenuine(workspace, new WebhookSignature.Headers(id, timestamp, signature), bytes)) {
            throw Problem.of(Problem.Code.NOT_SIGNED_IN, "problem.hook.signature");
        }
        List<JsonNode> items = items(bytes);
        items.forEach(MessageHook::check);
        long known = items.stream().filter(one -> take(workspace, one)).count();
        return new Taken(items.size(), (int) known);
    }

    private boolean take(WorkspaceId workspace, JsonNode one) {
        if (one.has("from")) {
            return replies.take(workspace, new Replies.Told(text(one, "from"), text(one, "text"), text(one, "id")));
        }
        var named = new TextFates.Named(key(text(one, "idempotencyKey")), blankAsNull(text(one, "id")));
        String reason = text(one, "reason");
        return text(one, "state").equals("delivered")
                ? fates.delivered(workspace, named)
                : fates.failed(workspace, named, reason.substring(0, Math.min(reason.length(), 300)));
    }

    private List<JsonNode> items(byte[] bytes) {
        JsonNode root;
        try {
            root = json.readTree(bytes);
        } catch (JacksonException broken) {
            throw Problem.invalid("body", "problem.hook.message");
        }
        var items = new ArrayList<JsonNode>();
        if (root != null && root.isArray() && root.size() <= MOST) {
            root.forEach(items::add);
        } else if (root != null) {
            items.add(root);
        }
        return items;
    }

    /** Refuses the whole when a part cannot be read, so that nothing is taken by half. */
    private static void check(JsonNode one) {
        String id = text(one, "id");
        boolean reply = one.has("from") && !text(one, "from").isBlank() && !id.isBlank();
        boolean report = !one.has("from")
                && List.of("delivered", "failed").contains(text(one, "state"))
                && (!id.isBlank() || key(text(one, "idempotencyKey")) != null);
        if (!one.isObject() || !reply && !report || id.length() > LONGEST_ID || id.indexOf(0) >= 0) {
            throw Problem.invalid("body", "problem.hook.message");
        }
    }

    private static String text(JsonNode one, String field) {
        return one.path(field).asString("");
    }

    private static @Nullable UUID key(String told) {
        try {
            return told.isBlank() ? null : UUID.fromString(told);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static @Nullable String blankAsNull(String told) {
        return told.isBlank() ? null : told;
    }
}
