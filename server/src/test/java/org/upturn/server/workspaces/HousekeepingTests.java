package org.upturn.server.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;

/** What has run out goes, what has not stays: seen from long ago, when nobody else's sessions had run out yet. */
@UpturnTest
class HousekeepingTests {
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    @Autowired
    Doors doors;

    @Autowired
    SignIn signIn;

    @Autowired
    Housekeeping housekeeping;

    @Test
    void sessionsThatRanOutAreThrownAwayAndOthersStay() {
        Acme acme = doors.acme();
        Moment.at(LONG_AGO, () -> signIn.openFor(acme.olga));
        Moment.at(LONG_AGO.plus(Duration.ofDays(365)), () -> signIn.openFor(acme.olga));

        Moment.at(LONG_AGO.plus(Duration.ofDays(366)), housekeeping::throwAway);

        assertThat(doors.jdbc
                        .sql("select count(*) from member_session where workspace_id = :workspace")
                        .param("workspace", acme.workspace().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
