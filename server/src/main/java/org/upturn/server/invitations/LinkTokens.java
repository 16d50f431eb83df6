package org.upturn.server.invitations;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.upturn.server.installation.DataFolder;

/**
 * Makes the token of a link: the first 160 bits of HMAC-SHA-256 over what it is for and the id of what it leads to, under the installation's
 * secret. It can be made again for a reminder without ever being stored.
 */
@Component
public class LinkTokens {
    private static final int BYTES = 20;

    private final SecretKeySpec key;

    LinkTokens(DataFolder folder) {
        key = new SecretKeySpec(HexFormat.of().parseHex(folder.secret("link-secret")), "HmacSHA256");
    }

    String token(InvitationId invitation) {
        return token("", invitation.value());
    }

    /**
     * The token of another link than an invitation's.
     *
     * @param use what the link is for; the token of one use opens nothing of another
     */
    public String token(String use, UUID id) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            var bytes =
                    ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            byte[] whole = mac.doFinal(bytes.array());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(whole, BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is stored of a token. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
