package org.upturn.server.verbatims.codebook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;

/** The forms in which a codebook comes and goes. */
public enum CodebookFormat {
    YAML("application", "yaml"),
    CSV("text", "csv"),
    JSON("application", "json");

    private final MediaType type;

    CodebookFormat(String type, String subtype) {
        this.type = new MediaType(type, subtype, StandardCharsets.UTF_8);
    }

    public MediaType type() {
        return type;
    }

    /** The word in addresses and file names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CodebookFormat of(String word) {
        for (CodebookFormat format : values()) {
            if (format.word().equalsIgnoreCase(word)) {
                return format;
            }
        }
        throw CodebookProblems.unknownFormat();
    }

    /** By the media type of a request's body. */
    public static CodebookFormat of(MediaType type) {
        for (CodebookFormat format : values()) {
            if (type.equalsTypeAndSubtype(format.type)) {
                return format;
            }
        }
        throw CodebookProblems.unknownType();
    }

    /** By the file's name, else by how it begins. */
    static CodebookFormat guess(String fileName, String begins) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json") || begins.startsWith("{")) {
            return JSON;
        }
        boolean table = name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
        return table ? CSV : YAML;
    }
}
