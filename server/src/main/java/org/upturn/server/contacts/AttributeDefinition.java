package org.upturn.server.contacts;

import java.util.List;
import java.util.UUID;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;

/**
 * An attribute that a workspace keeps of its contacts.
 *
 * @param name as it stands in contacts, responses and segments
 * @param choices what a value may be, for one-of; else empty
 * @param demographic one of the few asked at intake, by which results are broken down (S1-13)
 */
public record AttributeDefinition(UUID id, String name, AttributeType type, List<String> choices, boolean demographic) {
    public AttributeDefinition {
        choices = List.copyOf(choices);
    }

    /**
     * A value as it is kept.
     *
     * @throws Problem when it is none of this type, naming the attribute as the field
     */
    String checked(String value) {
        return type.written(value, choices)
                .orElseThrow(() -> Problem.invalid(
                        name,
                        new Message(
                                "problem.attribute." + type.word(),
                                name,
                                value.length() <= 40 ? value : value.substring(0, 40) + "…",
                                String.join(", ", choices))));
    }
}
