package org.upturn.server.sheets.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the characters of a file: without its byte order mark, and line by line in bounded memory. */
public final class TextFile {
    private static final int KEPT = 10_000;

    private TextFile() {}

    public static BufferedReader open(Path file, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(file),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** The first characters, as many as there are but no more than asked for. */
    public static String head(Path file, Charset charset, int most) throws IOException {
        try (BufferedReader reader = open(file, charset)) {
            char[] head = new char[most];
            int length = 0;
            int read = 0;
            while (length < most && (read = reader.read(head, length, most - length)) >= 0) {
                length += read;
            }
            return new String(head, 0, length);
        }
    }

    /** The next line without its end; of a very long one the beginning. */
    public static String line(BufferedReader reader) throws IOException {
        return line(reader, KEPT);
    }

    /** The same, with more of a long one. */
    public static String line(BufferedReader reader, int kept) throws IOException {
        StringBuilder line = new StringBuilder();
        int character = reader.read();
        while (character >= 0 && character != '\n' && character != '\r') {
            if (line.length() < kept) {
                line.append((char) character);
            }
            character = reader.read();
        }
        if (character == '\r') {
            reader.mark(1);
            if (reader.read() != '\n') {
                reader.reset();
            }
        }
        return line.toString();
    }
}
