package org.upturn.server.invitations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;

/**
 * Where a test mail leads: to the questions of a program, on a page that records nothing. Whoever has the mail may look, on
 * any device and signed in or not; it belongs to nobody and nothing is kept of it.
 */
@Component
public class TestLinks {
    private static final String USE = "test";

    private final LinkTokens tokens;

    TestLinks(LinkTokens tokens) {
        this.tokens = tokens;
    }

    public String path(WorkspaceId workspace, ProgramId program) {
        return "/a/test/" + workspace.value() + "/" + program.value() + "/" + token(workspace.value(), program.value());
    }

    /** Whether we have made this link. */
    public boolean isOurs(UUID workspace, UUID program, String token) {
        return MessageDigest.isEqual(bytes(token(workspace, program)), bytes(token));
    }

    private String token(UUID workspace, UUID program) {
        return tokens.token(USE + workspace, program);
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
