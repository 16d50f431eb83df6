package org.upturn.server.responses;

import java.util.UUID;

/**
 * A file that a person attached to a question.
 *
 * @param name as it was on their machine, without its folders
 * @param size in bytes
 */
public record AnswerFile(UUID id, String question, String name, FileType type, int size) {
    /** As it stands among the values of an answer. */
    public String value() {
        return id + "/" + name;
    }

    /** The name in such a value. */
    public static String name(String value) {
        return value.substring(value.indexOf('/') + 1);
    }
}
