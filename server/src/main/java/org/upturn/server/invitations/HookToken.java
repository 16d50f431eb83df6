package org.upturn.server.invitations;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.upturn.server.kernel.WorkspaceId;

/**
 * The last part of an address to which others report: the workspace and 192 random bits. The address is the authority, so
 * it is shown once and kept as a hash.
 *
 * @param hash SHA-256 of the token, which is what is stored
 */
public record HookToken(WorkspaceId workspace, String token, byte[] hash) {
    private static final int RANDOM_BYTES = 24;

    public static HookToken make(WorkspaceId workspace) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        byte[] token = ByteBuffer.allocate(16 + RANDOM_BYTES)
                .putLong(workspace.value().getMostSignificantBits())
                .putLong(workspace.value().getLeastSignificantBits())
                .put(random)
                .array();
        return new HookToken(workspace, Base64.getUrlEncoder().withoutPadding().encodeToString(token), hash(token));
    }

    /** Whose it says it is; the hash is to be compared. Empty when it cannot be one. */
    public static Optional<HookToken> read(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != 16 + RANDOM_BYTES) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            var workspace = new WorkspaceId(new UUID(buffer.getLong(), buffer.getLong()));
            return Optional.of(new HookToken(workspace, token, hash(bytes)));
        } catch (IllegalArgumentException mistyped) {
            return Optional.empty();
        }
    }

    private static byte[] hash(byte[] token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
