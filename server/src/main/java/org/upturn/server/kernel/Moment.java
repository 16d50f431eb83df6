package org.upturn.server.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The clock of the whole program, which can be turned for a stretch of work: a demo plays its story on the days on
 * which it happened, a test lets two days pass without waiting.
 *
 * <p>Instants are cut to microseconds, the precision that PostgreSQL keeps, so that what was written equals what is
 * read.
 */
public final class Moment extends Clock {
    private static final ScopedValue<Instant> TURNED = ScopedValue.newInstance();

    /** Runs the work as if it were that time, on this thread. */
    public static void at(Instant time, Runnable work) {
        ScopedValue.where(TURNED, time).run(work);
    }

    @Override
    public Instant instant() {
        Instant time = TURNED.isBound() ? TURNED.get() : Clock.systemUTC().instant();
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Elsewhere(this, zone);
    }

    /** The same clock in another zone. */
    private static final class Elsewhere extends Clock {
        private final Moment moment;
        private final ZoneId zone;

        Elsewhere(Moment moment, ZoneId zone) {
            this.moment = moment;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return moment.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Elsewhere(moment, other);
        }
    }
}
