package org.upturn.server.instant;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.upturn.server.kernel.UsageException;

/** Options of a command that each need a value, written {@code --name value} or {@code --name=value}. */
final class OptionValues {
    private OptionValues() {}

    /**
     * The values by name.
     *
     * @param known names of the options, with their dashes
     * @throws UsageException when an option is not known or lacks its value
     */
    static Map<String, String> of(String[] args, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            String name = equals < 0 ? args[i] : args[i].substring(0, equals);
            if (!known.contains(name)) {
                throw new UsageException("console.code.option", args[i]);
            }
            if (equals < 0 && i + 1 == args.length) {
                throw new UsageException("console.value", name);
            }
            values.put(name, equals < 0 ? args[++i] : args[i].substring(equals + 1));
        }
        return values;
    }
}
