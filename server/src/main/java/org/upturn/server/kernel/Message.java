package org.upturn.server.kernel;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * Something to tell people: a key in the message files and what fills its places. It becomes words where the answer is
 * written, in the reader's language.
 *
 * @param values texts, numbers, or messages in their turn
 */
public record Message(String key, @Nullable Object... values) implements MessageSourceResolvable {
    private static final List<String> FILES =
            List.of("messages.problems", "messages.answer", "messages.console", "messages.instant");

    /** For the command line, which speaks English and has no application around it, and for the log. */
    public String english() {
        String text = FILES.stream()
                .map(file -> ResourceBundle.getBundle(file, Locale.ROOT))
                .filter(file -> file.containsKey(key))
                .findFirst()
                .orElseThrow()
                .getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(said());
    }

    private Object[] said() {
        return Arrays.stream(values)
                .map(value -> value instanceof Message message ? message.english() : value)
                .toArray();
    }

    @Override
    public String[] getCodes() {
        return new String[] {key};
    }

    @Override
    public @Nullable Object[] getArguments() {
        return values;
    }
}
