package org.upturn.server.instant;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The visible text of the report, from {@code messages/instant.properties}. */
public final class Wording {
    private final ResourceBundle bundle = ResourceBundle.getBundle("messages.instant", Locale.ROOT);

    /** The text of a key below {@code instant.} with its places filled. */
    public String of(String key, Object... arguments) {
        String text = bundle.getString("instant." + key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
    }
}
