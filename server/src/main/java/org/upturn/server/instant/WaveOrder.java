package org.upturn.server.instant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts waves in the order of time: by the earliest date in each when every wave has one, else by the year and number in
 * their names ({@code Q3 2024}, {@code 2024-07}, {@code Wave 2}), else as they first appear.
 */
final class WaveOrder {
    private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{1,2})(?!\\d)");

    private WaveOrder() {}

    static List<String> of(List<Answer> answers) {
        Map<String, @Nullable Instant> earliest = new LinkedHashMap<>();
        boolean dated = true;
        for (Answer answer : answers) {
            if (answer.wave().isEmpty()) {
                continue;
            }
            Instant when = answer.when();
            Instant known = earliest.get(answer.wave());
            earliest.put(answer.wave(), known == null || (when != null && when.isBefore(known)) ? when : known);
            dated &= when != null;
        }
        List<String> waves = new ArrayList<>(earliest.keySet());
        if (dated) {
            waves.sort((one, other) -> earliest.get(one).compareTo(earliest.get(other)));
        } else if (waves.stream().allMatch(wave -> key(wave) != null)) {
            waves.sort((one, other) -> Long.compare(key(one), key(other)));
        }
        return waves;
    }

    private static @Nullable Long key(String wave) {
        Matcher year = YEAR.matcher(wave);
        boolean hasYear = year.find();
        String rest = hasYear ? wave.replace(year.group(1), " ") : wave;
        Matcher number = NUMBER.matcher(rest);
        if (number.find()) {
            return (hasYear ? Long.parseLong(year.group(1)) * 100 : 0) + Long.parseLong(number.group(1));
        }
        return hasYear ? Long.valueOf(year.group(1)) * 100 : null;
    }
}
