package org.upturn.server.alerts.messages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An alert as an Adaptive Card 1.4 for a workflow’s webhook in Microsoft Teams. People’s words stand in text runs, which
 * know no Markdown (adaptivecards.io/explorer/TextRun.html), so that nothing in them becomes a link or a mention. A message
 * may have 28 KB (learn.microsoft.com, "Incoming webhooks and connectors"), so very long words are cut and it is said.
 */
public final class TeamsMessage {
    static final int LARGEST = 28 * 1024;
    private static final int WORDS = 16_000;
    private static final int PRIOR_WORDS = 3_000;

    private TeamsMessage() {}

    public static Map<String, Object> of(Alert alert, AlertLinks links, AlertWords words) {
        var body = new ArrayList<Map<String, Object>>();
        body.add(Map.of(
                "type", "TextBlock", "text", words.headline(alert), "size", "Large", "weight", "Bolder", "wrap", true));
        body.add(runs(words.scores(alert), "Bolder"));
        body.add(Map.of(
                "type",
                "Container",
                "style",
                "emphasis",
                "items",
                quote(words, alert.now().words(), WORDS)));
        body.add(runs(words.before(alert), "Bolder"));
        if (alert.prior() instanceof Alert.Earlier earlier) {
            body.add(Map.of(
                    "type", "Container", "items", quote(words, earlier.said().words(), PRIOR_WORDS)));
        }
        body.add(runs(String.join(" · ", words.facts(alert)), "Default"));
        var card = new LinkedHashMap<String, Object>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("body", body);
        var actions = new ArrayList<Map<String, Object>>();
        actions.add(open(words.texts().text("alerts.open"), links.record()));
        if (links.claim() != null) {
            actions.add(open(words.texts().text("alerts.claim"), links.claim()));
        }
        card.put("actions", actions);
        var attachment = new LinkedHashMap<String, Object>();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.put("contentUrl", null);
        attachment.put("content", card);
        return Map.of("type", "message", "attachments", List.of(attachment));
    }

    private static List<Map<String, Object>> quote(AlertWords words, Alert.Words said, int room) {
        Excerpt excerpt = Excerpt.of(words.said(said), room, TeamsMessage::cost);
        var items = new ArrayList<Map<String, Object>>();
        items.add(runs(excerpt.text(), "Default"));
        if (excerpt.left() > 0) {
            items.add(runs(words.cut(excerpt.left()), "Lighter"));
        }
        return items;
    }

    private static Map<String, Object> runs(String text, String weight) {
        return Map.of(
                "type", "RichTextBlock", "inlines", List.of(Map.of("type", "TextRun", "text", text, "weight", weight)));
    }

    private static Map<String, Object> open(String title, String url) {
        return Map.of("type", "Action.OpenUrl", "title", title, "url", url);
    }

    /** Bytes of JSON in UTF-8: what is escaped takes two or six. */
    private static int cost(int point) {
        if (point < 0x20) {
            return 6;
        }
        if (point == '"' || point == '\\') {
            return 2;
        }
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
}
