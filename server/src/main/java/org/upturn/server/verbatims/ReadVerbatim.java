package org.upturn.server.verbatims;

import org.upturn.engine.Reading;

/**
 * A verbatim once it is read.
 *
 * @param meaning what the model made of it, to be stored ({@link org.upturn.engine.Meaning#bytes}); empty when there
 *     was nothing to read
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReadVerbatim(Reading reading, byte[] meaning) {}
