package org.upturn.server.invitations;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
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
    private static final int IDS = 43;

    private final LinkTokens tokens;

    TestLinks(LinkTokens tokens) {
        this.tokens = tokens;
    }

    /** Whose questions are shown. */
    public record Shown(WorkspaceId workspace, ProgramId program) {}

    public String path(WorkspaceId workspace, ProgramId program) {
        var shown = new Shown(workspace, program);
        return "/a/test/" + ids(shown) + signature(shown);
    }

    /** What the link shows that ends in this; empty when we have not made it. */
    public Optional<Shown> find(String token) {
        if (!token.matches("[A-Za-z0-9_-]{" + IDS + ",100}")) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token.substring(0, IDS)));
        var shown = new Shown(new WorkspaceId(id(bytes)), new ProgramId(id(bytes)));
        byte[] told = token.substring(IDS).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(signature(shown).getBytes(StandardCharsets.UTF_8), told)
                ? Optional.of(shown)
                : Optional.empty();
    }

    private String signature(Shown shown) {
        return tokens.token("test" + shown.workspace().value(), shown.program().value());
    }

    private static String ids(Shown shown) {
        var bytes = ByteBuffer.allocate(32);
        put(bytes, shown.workspace().value());
        put(bytes, shown.program().value());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
