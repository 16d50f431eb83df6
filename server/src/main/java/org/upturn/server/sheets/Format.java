package org.upturn.server.sheets;

import java.nio.charset.Charset;

/**
 * How a file is written.
 *
 * @param charset the encoding of its characters
 * @param separator what stands between two cells
 */
public record Format(Charset charset, char separator) {
    /** The separator in words, for example {@code semicolon}. */
    public String separatorName() {
        return switch (separator) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "pipe";
            default -> "'" + separator + "'";
        };
    }
}
