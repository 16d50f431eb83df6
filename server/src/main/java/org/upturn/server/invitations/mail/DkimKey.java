package org.upturn.server.invitations.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Signs mails (RFC 6376): rsa-sha256 with 2048 bits (RFC 8301), relaxed canonicalization of header and body, for mails on
 * their way get folded anew and lose spaces at the ends of lines.
 */
public final class DkimKey {
    private static final int BITS = 2048;

    /** What a reader sees or a provider acts on; what is signed twice in h= cannot be added by others. */
    private static final List<String> SIGNED = List.of(
            "from",
            "from",
            "to",
            "subject",
            "subject",
            "reply-to",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "list-unsubscribe",
            "list-unsubscribe-post",
            "auto-submitted");

    private final String domain;
    private final String selector;
    private final PrivateKey key;

    private DkimKey(String domain, String selector, PrivateKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
    }

    /** A pair of keys, both in base 64: PKCS #8, and the one for the DNS. */
    record Made(String privateKey, String publicKey) {}

    static Made make() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            var base64 = Base64.getEncoder();
            return new Made(
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static DkimKey of(DkimRecord record, String privateKey) {
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey));
            return new DkimKey(
                    record.domain(),
                    record.selector(),
                    KeyFactory.getInstance("RSA").generatePrivate(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /**
     * The mail with its signature before it.
     *
     * @param mail header and body with lines that end in CR LF
     */
    public byte[] sign(byte[] mail, Instant now) {
        String whole = new String(mail, StandardCharsets.ISO_8859_1);
        int end = whole.indexOf("\r\n\r\n");
        Map<String, String> headers = headers(whole.substring(0, end));
        String body = whole.substring(end + 4);
        List<String> names =
                SIGNED.stream().filter(name -> headers.containsKey(name)).toList();
        String unsigned = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=" + selector + "; t="
                + now.getEpochSecond() + ";\r\n h=" + String.join(":", names) + ";\r\n bh=" + bodyHash(body)
                + ";\r\n b=";
        var signed = new StringBuilder();
        var left = new LinkedHashMap<>(headers);
        names.forEach(name -> {
            String value = left.remove(name);
            if (value != null) {
                signed.append(name).append(':').append(value).append("\r\n");
            }
        });
        signed.append("dkim-signature:").append(relaxed(unsigned));
        String header = "DKIM-Signature: " + unsigned + folded(signature(signed.toString())) + "\r\n";
        var out = new ByteArrayOutputStream(mail.length + header.length());
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(mail);
        return out.toByteArray();
    }

    /** Each header that stands once, relaxed (3.4.2). */
    private static Map<String, String> headers(String block) {
        var headers = new LinkedHashMap<String, String>();
        for (String line : block.split("\r\n(?![ \t])")) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), relaxed(line.substring(colon + 1)));
        }
        return headers;
    }

    private static String relaxed(String value) {
        return value.replace("\r\n", "").replaceAll("[ \t]+", " ").strip();
    }

    /** The body relaxed (3.4.4): runs of spaces are one, none at the end of a line, no empty lines at the end. */
    private static String bodyHash(String body) {
        String relaxed = body.replaceAll("[ \t]+", " ").replace(" \r\n", "\r\n").replaceAll("(\r\n)+\\z", "");
        String canonical = relaxed.isEmpty() ? "" : relaxed + "\r\n";
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signature(String headers) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(headers.getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String folded(String base64) {
        return String.join("\r\n ", Arrays.asList(base64.split("(?<=\\G.{72})")));
    }
}
