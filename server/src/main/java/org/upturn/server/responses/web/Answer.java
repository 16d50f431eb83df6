package org.upturn.server.responses.web;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What stands in the answer form.
 *
 * @param score the chosen number as text; empty when none is chosen
 * @param edits whether it edits an answer given before
 */
public record Answer(String score, String words, boolean edits) {
    public List<String> scale() {
        return IntStream.rangeClosed(0, 10).mapToObj(String::valueOf).toList();
    }
}
