package org.upturn.server.instant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Coding;
import org.upturn.engine.GapHint;
import org.upturn.engine.Reading;
import org.upturn.engine.personal.PersonalData;
import org.upturn.engine.said.Consequence;
import org.upturn.engine.said.Evidence;
import org.upturn.engine.said.Slots;
import org.upturn.engine.said.Tone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reading as one line of JSON; docs/code.md describes each key. Where something was found, {@code start} and {@code end}
 * say where it stands in the text.
 */
final class ReadingLine {
    private static final double SHOWN = 0.2;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReadingLine() {}

    static ObjectNode of(@Nullable JsonNode id, Reading reading) {
        ObjectNode line = JSON.createObjectNode();
        line.set("id", id == null ? JSON.nullNode() : id);
        themes(line.putArray("themes"), reading.codings());
        line.put("sentiment", rounded(reading.sentiment()));
        line.put("suggestedScore", reading.suggestedScore());
        line.put("language", reading.language()).put("silent", reading.silent());
        line.put("lowSignal", reading.lowSignal());
        tone(line, reading.tone());
        slots(line.putObject("slots"), reading.slots());
        line.put(
                "mismatch",
                reading.mismatch() == null ? null : reading.mismatch().word());
        personalData(line.putArray("personalData"), reading.personalData());
        gap(line, reading.gap());
        return line;
    }

    private static void themes(ArrayNode themes, List<Coding> codings) {
        for (Coding coding : codings) {
            if (coding.decided() || coding.probability() >= SHOWN) {
                themes.addObject()
                        .put("theme", coding.theme())
                        .put("probability", probability(coding))
                        .put("decided", coding.decided())
                        .put("start", coding.start())
                        .put("end", coding.end())
                        .put("sentiment", rounded(coding.sentiment()));
            }
        }
    }

    private static void tone(ObjectNode line, @Nullable Tone tone) {
        line.put("tone", tone == null ? null : tone.kind().word());
        if (tone == null || tone.evidence() == null) {
            line.putNull("toneEvidence");
        } else {
            place(line.putObject("toneEvidence"), tone.evidence());
        }
    }

    private static void slots(ObjectNode line, Slots slots) {
        ArrayNode failures = line.putArray("failure");
        slots.failures().forEach(failure -> place(failures.addObject(), failure));
        ArrayNode actions = line.putArray("actions");
        slots.actions().forEach(action -> place(actions.addObject(), action));
        ArrayNode consequences = line.putArray("consequence");
        for (Consequence consequence : slots.consequences()) {
            place(consequences.addObject().put("kind", consequence.kind().word()), consequence.evidence());
        }
    }

    private static void personalData(ArrayNode line, List<PersonalData> personalData) {
        for (PersonalData datum : personalData) {
            line.addObject()
                    .put("kind", datum.kind().word())
                    .put("start", datum.start())
                    .put("end", datum.end());
        }
    }

    private static void gap(ObjectNode line, @Nullable GapHint hint) {
        line.put("gap", hint == null ? null : hint.gap().word());
        if (hint == null) {
            line.putNull("gapEvidence");
        } else {
            place(line.putObject("gapEvidence"), hint.evidence());
        }
    }

    private static void place(ObjectNode line, Evidence evidence) {
        line.put("start", evidence.start()).put("end", evidence.end());
    }

    /** Four decimals, on the side of ½ where the decision fell. */
    private static double probability(Coding coding) {
        double round = Math.round(coding.probability() * 10_000) / 10_000.0;
        return coding.decided() ? round : Math.min(round, 0.4999);
    }

    private static double rounded(double sentiment) {
        return Math.round(sentiment * 1000) / 1000.0;
    }
}
