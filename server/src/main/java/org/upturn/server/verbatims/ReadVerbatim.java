package org.upturn.server.verbatims;

import java.util.List;
import java.util.UUID;
import org.upturn.engine.Reading;
import org.upturn.server.responses.ResponseId;

/**
 * A verbatim once it is read.
 *
 * @param version which of the answer's versions was read
 * @param meaning what the model made of it, to be stored ({@link org.upturn.engine.Meaning#bytes}); empty when there
 *     was nothing to read
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReadVerbatim(ResponseId response, int version, Reading reading, byte[] meaning) {
    /** The answers of many, as a statement takes them; {@link #versions} has the same order. */
    static UUID[] responses(List<ReadVerbatim> read) {
        return read.stream().map(one -> one.response.value()).toArray(UUID[]::new);
    }

    /** The versions of many. */
    static Integer[] versions(List<ReadVerbatim> read) {
        return read.stream().map(ReadVerbatim::version).toArray(Integer[]::new);
    }
}
