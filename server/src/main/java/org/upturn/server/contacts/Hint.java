package org.upturn.server.contacts;

import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Message;

/**
 * Something that looks mistyped. It is taken as it is; whoever typed it decides.
 *
 * @param field which field, as the API calls it
 * @param suggestion what may have been meant; null when nothing comes to mind
 */
public record Hint(String field, Message message, @Nullable String suggestion) {}
