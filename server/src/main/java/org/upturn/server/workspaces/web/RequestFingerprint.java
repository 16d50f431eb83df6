package org.upturn.server.workspaces.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.upturn.server.kernel.Problem;

/** Tells whether two requests ask for the same: method, path, query and body. */
final class RequestFingerprint {
    private RequestFingerprint() {}

    /** @param request one whose body can be read again, or one in parts, whose parts the server keeps */
    static byte[] of(HttpServletRequest request) throws IOException {
        MessageDigest digest = sha256();
        add(digest, request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString());
        if (request instanceof RepeatableRequest repeatable) {
            return digest.digest(repeatable.body());
        }
        try {
            for (Part part : request.getParts()) {
                add(digest, part.getName() + " " + part.getSubmittedFileName() + " " + part.getSize());
                digest.update(part.getInputStream().readAllBytes());
            }
        } catch (ServletException | IllegalStateException unreadable) {
            throw Problem.invalid("file", "problem.file.partOfSize");
        }
        return digest.digest();
    }

    private static void add(MessageDigest digest, String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
