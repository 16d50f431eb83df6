package org.upturn.server.alerts.messages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An alert in Slack’s Block Kit, for an incoming webhook. People’s words stand in {@code plain_text} with the three control
 * characters escaped, so that no markup, link or {@code <!channel>} in them does anything. Limits
 * (docs.slack.dev/reference/block-kit/blocks): 50 blocks, header 150 characters, section text 3,000, context 10 elements,
 * button text 75, url 3,000.
 */
public final class SlackMessage {
    static final int SECTION = 3_000;
    static final int HEADER = 150;
    private static final int WORDS = 12_000;
    private static final int PRIOR_WORDS = 3_000;

    private SlackMessage() {}

    public static Map<String, Object> of(Alert alert, AlertLinks links, AlertWords words) {
        var blocks = new ArrayList<Map<String, Object>>();
        blocks.add(Map.of("type", "header", "text", plain(shortened(words.headline(alert), HEADER))));
        blocks.add(section(words.scores(alert)));
        quote(blocks, words, alert.now().words(), WORDS);
        blocks.add(Map.of("type", "divider"));
        blocks.add(section(words.before(alert)));
        if (alert.prior() instanceof Alert.Earlier earlier) {
            quote(blocks, words, earlier.said().words(), PRIOR_WORDS);
        }
        blocks.add(Map.of(
                "type",
                "context",
                "elements",
                words.facts(alert).stream().map(SlackMessage::plain).toList()));
        blocks.add(Map.of("type", "actions", "elements", buttons(links, words)));
        var message = new LinkedHashMap<String, Object>();
        message.put("text", escaped(words.line(alert)));
        message.put("mrkdwn", false);
        message.put("unfurl_links", false);
        message.put("unfurl_media", false);
        message.put("blocks", blocks);
        return message;
    }

    private static List<Map<String, Object>> buttons(AlertLinks links, AlertWords words) {
        var buttons = new ArrayList<Map<String, Object>>();
        buttons.add(button("record", words.texts().text("alerts.open"), links.record()));
        if (links.claim() != null) {
            buttons.add(button("claim", words.texts().text("alerts.claim"), links.claim()));
        }
        return buttons;
    }

    private static void quote(List<Map<String, Object>> blocks, AlertWords words, Alert.Words said, int room) {
        Excerpt excerpt = Excerpt.of(words.said(said), room, SlackMessage::cost);
        String rest = excerpt.text();
        while (!rest.isEmpty()) {
            Excerpt one = Excerpt.of(rest, SECTION, SlackMessage::cost);
            blocks.add(section(one.text()));
            rest = rest.substring(one.text().length());
        }
        if (excerpt.left() > 0) {
            blocks.add(Map.of("type", "context", "elements", List.of(plain(words.cut(excerpt.left())))));
        }
    }

    private static Map<String, Object> section(String text) {
        return Map.of("type", "section", "text", plain(text));
    }

    private static Map<String, Object> button(String action, String text, String url) {
        return Map.of("type", "button", "action_id", action, "text", plain(text), "url", url);
    }

    /** Without emoji by name: a colon in somebody’s words stays a colon. */
    private static Map<String, Object> plain(String text) {
        return Map.of("type", "plain_text", "text", escaped(text), "emoji", false);
    }

    private static String shortened(String text, int most) {
        return Excerpt.of(text, most, SlackMessage::cost).text();
    }

    /** In UTF-16 units, as Slack’s limits are at least. */
    private static int cost(int point) {
        return switch (point) {
            case '&' -> 5;
            case '<', '>' -> 4;
            default -> Character.charCount(point);
        };
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
