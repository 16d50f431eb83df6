package org.upturn.server.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole server on the real database. All of them share one; each makes a workspace of its own (see
 * {@link Acme}), so that nothing has to be cleaned up. The database session lives in another time zone than the JVM.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "upturn.sync=false",
            "upturn.private-addresses=true",
            "upturn.postgres-binaries=target/postgres",
            "spring.datasource.hikari.connection-init-sql=set time zone 'Asia/Kathmandu'"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDataFolder.class)
@Import({Doors.class, StatementGuard.class})
@ExtendWith(StatementGuard.Verdict.class)
public @interface UpturnTest {}
