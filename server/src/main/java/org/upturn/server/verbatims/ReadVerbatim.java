package org.upturn.server.verbatims;

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
public record ReadVerbatim(ResponseId response, int version, Reading reading, byte[] meaning) {}
