package org.upturn.server.channels;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what the team's site says of its visitor. Its server signs four lines (seconds since 1970, the
 * contact's id, e-mail address, name; empty where they are not told) with HMAC-SHA-256 under the collector's secret
 * and writes it as {@code t=TIME,v1=HEX}, for a day.
 */
@Component
public class Signatures {
    private static final Duration LIFE = Duration.ofDays(1);
    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    private final Collectors collectors;
    private final Clock clock;

    Signatures(Collectors collectors, Clock clock) {
        this.collectors = collectors;
        this.clock = clock;
    }

    /** Whom the site vouches for; empty when it is not signed by it, or was too long ago. */
    public Optional<Person.Signed> check(Collector by, Person.Signed told, @Nullable String signature) {
        Matcher read = FORM.matcher(signature == null ? "" : signature);
        if (!read.matches()) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(read.group(1)));
        Instant now = clock.instant();
        if (at.isBefore(now.minus(LIFE)) || at.isAfter(now.plus(LIFE))) {
            return Optional.empty();
        }
        return collectors
                .secret(by)
                .filter(secret -> MessageDigest.isEqual(
                        sign(secret, read.group(1), told), HexFormat.of().parseHex(read.group(2))))
                .map(good -> told);
    }

    private static byte[] sign(String secret, String time, Person.Signed told) {
        String signed = String.join("\n", List.of(time, or(told.contact()), or(told.email()), or(told.name())));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String or(@Nullable String told) {
        return told == null ? "" : told;
    }
}
