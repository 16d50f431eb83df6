package org.upturn.server.verbatims;

import java.util.List;
import org.upturn.engine.Coding;
import org.upturn.engine.Reading;
import org.upturn.engine.Signal;
import org.upturn.engine.Versions;
import org.upturn.engine.said.Slots;
import org.upturn.server.responses.ResponseId;

/** A reading as an engine of another version would have made it. */
final class AnyReading {
    private AnyReading() {}

    static ReadVerbatim of(ResponseId response, int version, Coding... codings) {
        var reading = new Reading(
                List.of(codings),
                codings.length == 0 ? 0 : codings[0].sentiment(),
                "en",
                Signal.FULL,
                null,
                Slots.NONE,
                null,
                null,
                null,
                List.of(),
                new Versions("test", "none", "1"));
        return new ReadVerbatim(response, version, reading, new byte[0]);
    }
}
