package org.upturn.server.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids: UUID version 7 (RFC 9562), so that rows made one after the other lie side by side. 48 bits of milliseconds, 12
 * that count within one, so that what one server makes stands in the order of making (section 6.2, method 1), then 62 random
 * bits.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNT_BITS = 12;

    /** Milliseconds and count of the last one made. */
    private static final AtomicLong LAST = new AtomicLong();

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
        long now = System.currentTimeMillis() << COUNT_BITS;
        long place = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = place >>> COUNT_BITS << 16 | 0x7000 | place & (1 << COUNT_BITS) - 1;
        long low = 0x8000000000000000L | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
