package org.upturn.server.instant;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upturn.engine.Coding;
import org.upturn.engine.Reading;

/** The decided codings of a reading, one for each theme. */
final class Codings {
    private Codings() {}

    /** Each theme once with its surest evidence, the surest theme first. */
    static List<Coding> eachOnce(Reading reading) {
        Map<String, Coding> surest = new LinkedHashMap<>();
        reading.decided().stream()
                .sorted(Comparator.comparingDouble(Coding::probability).reversed())
                .forEach(coding -> surest.putIfAbsent(coding.theme(), coding));
        return List.copyOf(surest.values());
    }
}
