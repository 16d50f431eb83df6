package org.upturn.server.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes ids: UUID version 7 (RFC 9562), so that rows made one after the other lie side by side. 48 bits of
 * milliseconds, then 74 random bits.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /**
     * An id for something that happened at another time, so that a list by ids is one by time. It is no secret: its random
     * bits are quick, not unguessable.
     */
    public static UUID at(Instant time) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = Math.max(0, time.toEpochMilli()) << 16 | 0x7000 | random.nextLong() >>> 52;
        return new UUID(high, 0x8000000000000000L | random.nextLong() >>> 2);
    }

    public static UUID next() {
        long random = RANDOM.nextLong();
        long high = System.currentTimeMillis() << 16 | 0x7000 | random >>> 52;
        long low = 0x8000000000000000L | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
