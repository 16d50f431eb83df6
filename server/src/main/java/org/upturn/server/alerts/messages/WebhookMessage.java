package org.upturn.server.alerts.messages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An alert as a program reads it: a payload with {@code type}, {@code timestamp} and {@code data}, as Standard Webhooks advises. */
public final class WebhookMessage {
    private WebhookMessage() {}

    public static Map<String, Object> of(Alert alert, AlertLinks links, AlertWords words) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", alert.id().toString());
        data.put("kind", alert.kind().word());
        data.put("headline", words.headline(alert));
        data.put(
                "contact",
                Map.of("name", alert.who().name(), "account", alert.who().account()));
        data.put("answer", answer(alert.now(), words));
        data.put("prior", prior(alert, words));
        data.put("program", named(alert.round().program().value(), alert.round().name()));
        data.put("wave", named(alert.round().wave().value(), alert.round().waveName()));
        switch (alert.standing()) {
            case Alert.OfCase one -> data.put("case", item(one, links));
            case Alert.OfPassive one -> data.put("url", links.record());
        }
        var message = new LinkedHashMap<String, Object>();
        message.put("type", "case.alert");
        message.put("timestamp", alert.happenedAt().toString());
        message.put("data", data);
        return message;
    }

    private static Map<String, Object> item(Alert.OfCase one, AlertLinks links) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", one.id().value().toString());
        item.put("url", links.record());
        item.put("claimUrl", links.claim());
        item.put("subtype", one.subtype().word());
        item.put("highRisk", one.highRisk());
        item.put("owner", one.owner());
        item.put("contactDueAt", one.contactBy().toString());
        return item;
    }

    private static Map<String, Object> named(UUID id, String name) {
        return Map.of("id", id.toString(), "name", name);
    }

    private static Map<String, Object> prior(Alert alert, AlertWords words) {
        var prior = new LinkedHashMap<String, Object>();
        prior.put("said", words.before(alert));
        switch (alert.prior()) {
            case Alert.First first -> prior.put("first", true);
            case Alert.Earlier earlier -> {
                prior.put("first", false);
                prior.put("wave", earlier.wave());
                prior.putAll(answer(earlier.said(), words));
            }
        }
        return prior;
    }

    /** @return score, words as given (null for silence), and what people are told instead of an empty text */
    private static Map<String, Object> answer(Alert.Said said, AlertWords words) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("score", said.score().value());
        answer.put("verbatim", said.words() instanceof Alert.Given given ? given.text() : null);
        answer.put("words", words.said(said.words()));
        answer.put("answeredAt", said.at().toString());
        return answer;
    }
}
