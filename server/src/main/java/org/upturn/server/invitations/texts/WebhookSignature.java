package org.upturn.server.invitations.texts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs and checks messages as Standard Webhooks 1.0 says: HMAC-SHA-256 over {@code id.timestamp.body}, in Base64 behind
 * {@code v1,}. A secret that begins with {@code whsec_} is Base64; any other is taken as it is.
 */
public final class WebhookSignature {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";
    private static final int FEWEST_BYTES = 16;

    private WebhookSignature() {}

    /** The three headers of a signed message, as they came. */
    public record Headers(
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signature) {}

    /** The headers that sign this body. @param id of the message; the same whenever it is sent again */
    public static Map<String, String> headers(String secret, String id, Instant now, byte[] body) {
        String time = String.valueOf(now.getEpochSecond());
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", time);
        headers.put("webhook-signature", "v1," + Base64.getEncoder().encodeToString(sign(secret, id, time, body)));
        return headers;
    }

    /** Whether one of the signatures is right and the message no older or newer than five minutes. */
    static boolean isGood(String secret, Headers told, Instant now, byte[] body) {
        if (told.id() == null || told.timestamp() == null || told.signature() == null) {
            return false;
        }
        if (!told.timestamp().matches("[0-9]{1,12}")) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(told.timestamp()));
        if (Duration.between(at, now).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        String good = "v1," + Base64.getEncoder().encodeToString(sign(secret, told.id(), told.timestamp(), body));
        boolean found = false;
        for (String one : told.signature().split(" ")) {
            found |= MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), good.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    /** Whether somebody could sign with it. */
    public static boolean isSecret(String secret) {
        try {
            return secret.length() <= 500 && key(secret).length >= FEWEST_BYTES;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private static byte[] sign(String secret, String id, String time, byte[] body) {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
            return mac.doFinal(signed.toByteArray());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] key(String secret) {
        return secret.startsWith(PREFIX)
                ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }
}
