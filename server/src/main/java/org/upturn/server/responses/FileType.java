package org.upturn.server.responses;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The types of files that are taken. What a file is called and what is in it must agree. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPG("image/jpeg", "jpg", "jpeg"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic", "heif"),
    TXT("text/plain", "txt"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt");

    private static final String ZIP = "PK\003\004";
    private static final List<String> HEIF_BRANDS = List.of("heic", "heix", "hevc", "mif1", "msf1", "heim", "heis");

    private final String media;
    private final List<String> endings;

    FileType(String media, String... endings) {
        this.media = media;
        this.endings = List.of(endings);
    }

    /** The media type. */
    public String media() {
        return media;
    }

    /** The endings of all, as a file field takes them. */
    public static String accepted() {
        return String.join(
                ",",
                Arrays.stream(values())
                        .flatMap(one -> one.endings.stream())
                        .map(one -> "." + one)
                        .toList());
    }

    /** What this file is; empty when its name and its content do not make one of the types that are taken. */
    static Optional<FileType> of(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one -> one.endings.contains(ending) && one.holds(content))
                .findFirst();
    }

    /** Looks at names inside of archives only, and unpacks nothing. */
    private boolean holds(byte[] content) {
        return switch (this) {
            case PDF -> at(content, 0, "%PDF-");
            case PNG -> at(content, 0, "\u0089PNG\r\n\u001a\n");
            case JPG -> at(content, 0, "\u00ff\u00d8\u00ff");
            case WEBP -> at(content, 0, "RIFF") && at(content, 8, "WEBP");
            case HEIC -> at(content, 4, "ftyp") && HEIF_BRANDS.stream().anyMatch(one -> at(content, 8, one));
            case TXT -> isText(content);
            case DOCX -> at(content, 0, ZIP) && has(content, "[Content_Types].xml") && has(content, "word/");
            case XLSX -> at(content, 0, ZIP) && has(content, "[Content_Types].xml") && has(content, "xl/");
            case ODT -> at(content, 0, ZIP) && at(content, 30, "mimetype" + media);
        };
    }

    private static boolean at(byte[] content, int place, String mark) {
        byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= place + bytes.length
                && Arrays.equals(content, place, place + bytes.length, bytes, 0, bytes.length);
    }

    private static boolean has(byte[] content, String mark) {
        return IntStream.range(0, content.length).anyMatch(place -> at(content, place, content[place], mark));
    }

    private static boolean at(byte[] content, int place, byte first, String mark) {
        return first == mark.charAt(0) && at(content, place, mark);
    }

    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(letter -> letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t');
        } catch (CharacterCodingException binary) {
            return false;
        }
    }
}
