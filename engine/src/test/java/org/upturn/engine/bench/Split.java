package org.upturn.engine.bench;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Which part of a set a text belongs to, by the rule of the data folder's README. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST;

    public static Split of(String text) {
        try {
            byte[] plain = text.strip().replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("MD5").digest(plain);
            int part = new BigInteger(1, digest).mod(BigInteger.valueOf(100)).intValue();
            return part >= 80 ? TEST : part >= 70 ? VALIDATION : TRAIN;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
