package org.upturn.server.workspaces;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.upturn.server.kernel.Rows;

/** Throws away, every hour, what has run out: sessions, and idempotency keys of a week ago. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Housekeeping {
    private static final Duration KEYS_KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    Housekeeping(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void throwAway() {
        jdbc.sql("""
                        -- every workspace
                        delete from member_session
                        where expires_at <= :now
                        """).param("now", Rows.time(clock.instant())).update();
        jdbc.sql("""
                        -- every workspace
                        delete from request_key
                        where created_at <= :old
                        """).param("old", Rows.time(clock.instant().minus(KEYS_KEPT))).update();
    }
}
