package org.upturn.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Makes {@code background.bin} from {@code background-phrases.txt}; arguments are the model and the file to write. */
final class BackgroundTool {
    private BackgroundTool() {}

    public static void main(String[] args) throws IOException {
        Set<String> phrases = Resources.lines("background-phrases.txt");
        ByteBuffer bytes;
        try (MeaningReader reader = Models.meanings(Model.of(args[0]))) {
            bytes = ByteBuffer.allocate(phrases.size() * reader.size() * 2);
            for (String phrase : phrases) {
                for (float value : reader.read(phrase).whole()) {
                    bytes.putShort(Float.floatToFloat16(value));
                }
            }
        }
        Files.write(Path.of(args[1]), bytes.array());
        System.out.println(phrases.size() + " phrases");
    }
}
