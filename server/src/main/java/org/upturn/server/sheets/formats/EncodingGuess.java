package org.upturn.server.sheets.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.upturn.server.sheets.SheetException;

/** Finds how the characters of a file are encoded, and refuses files that are not text. */
public final class EncodingGuess {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int HEAD = 4096;
    private static final int BLOCK = 1 << 16;

    private EncodingGuess() {}

    /** A byte order mark decides; else zero bytes tell UTF-16; else valid UTF-8; else Windows-1252, which reads anything. */
    public static Charset of(Path file) throws IOException {
        byte[] head = head(file);
        refuseWhatIsNoText(head);
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return withoutMark(file, head);
    }

    private static Charset withoutMark(Path file, byte[] head) throws IOException {
        int even = zeros(head, 0);
        int odd = zeros(head, 1);
        if (odd > head.length / 8 && even < odd / 4) {
            return StandardCharsets.UTF_16LE;
        }
        if (even > head.length / 8 && odd < even / 4) {
            return StandardCharsets.UTF_16BE;
        }
        if (even + odd > 0) {
            throw new SheetException("sheet.notText");
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static void refuseWhatIsNoText(byte[] head) {
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new SheetException("sheet.excel");
        }
        if (startsWith(head, '%', 'P', 'D', 'F')) {
            throw new SheetException("sheet.pdf");
        }
        if (startsWith(head, 0x1F, 0x8B)) {
            throw new SheetException("sheet.compressed");
        }
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] head, int from) {
        int count = 0;
        for (int i = from; i < head.length; i += 2) {
            count += head[i] == 0 ? 1 : 0;
        }
        return count;
    }

    /** Looks at the whole file: one é in the last row is enough to garble a name. */
    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer characters = CharBuffer.allocate(BLOCK);
        try (var channel = Files.newByteChannel(file)) {
            boolean end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                if (decoder.decode(bytes, characters.clear(), end).isError()) {
                    return false;
                }
                bytes.compact();
            }
            return true;
        }
    }
}
