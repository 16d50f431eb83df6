package org.upturn.server.tracks.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.invitations.mail.Note;
import org.upturn.server.tracks.greetings.Greeting;
import org.upturn.server.tracks.greetings.Greetings.Coming;

/**
 * A greeting on its page.
 *
 * @param coming whose day comes in the next thirty
 * @param greeted how many got it in the last year
 * @param preview as the first of them would read it; null where nobody's day comes
 */
public record GreetingRow(
        Greeting greeting,
        boolean on,
        List<Coming> coming,
        long greeted,
        @Nullable Note preview) {
    public GreetingRow {
        coming = List.copyOf(coming);
    }
}
