package org.upturn.server.responses.bulk;

import java.time.Instant;
import java.util.UUID;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Score;
import org.upturn.server.surveys.WaveId;

/**
 * What somebody answered in another tool.
 *
 * @param source tells it from every other answer that was ever given there, content included
 * @param segments the attributes of that time, as JSON
 */
public record PastResponse(
        UUID source,
        WaveId wave,
        ContactId contact,
        Score score,
        String verbatim,
        String segments,
        Instant answeredAt) {
    /** Whose answer in which wave. */
    record Place(WaveId wave, ContactId contact) {}

    Place place() {
        return new Place(wave, contact);
    }
}
