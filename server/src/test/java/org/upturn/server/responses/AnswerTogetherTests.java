package org.upturn.server.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Score;
import org.upturn.server.surveys.Wave;

/** A response, its version, its reading job and the detractor's case are stored together or not at all. */
@UpturnTest
class AnswerTogetherTests {
    @Autowired
    Doors doors;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void everythingThatFollowsFromAnAnswerIsStoredWithIt() {
        Acme acme = doors.acme();
        Wave wave = acme.wave("Q4");
        var invited = acme.invited(wave, acme.dan);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            doors.responses.answer(invited, new Score(2), "Nobody answers.");
            assertThat(counts(acme))
                    .isEqualTo(Map.of(
                            "response", 1L, "response_version", 1L, "reading_job", 1L, "cases", 1L, "answered", 1L));
        });
    }

    /** The database refuses this workspace its case, after the response has been inserted. */
    @Test
    void whenTheCaseCannotBeOpenedNothingIsStored() {
        Acme acme = doors.acme();
        Wave wave = acme.wave("Q4");
        var invited = acme.invited(wave, acme.dan);

        doors.jdbc
                .sql("alter table cases add constraint broken_for_a_test check (workspace_id <> '%s') not valid"
                        .formatted(acme.workspace().value()))
                .update();
        try {
            assertThatThrownBy(() -> doors.responses.answer(invited, new Score(2), "Slow."))
                    .hasMessageContaining("broken_for_a_test");
        } finally {
            doors.jdbc
                    .sql("alter table cases drop constraint broken_for_a_test")
                    .update();
        }

        assertThat(counts(acme))
                .isEqualTo(
                        Map.of("response", 0L, "response_version", 0L, "reading_job", 0L, "cases", 0L, "answered", 0L));
    }

    private Map<String, Long> counts(Acme acme) {
        return Map.of(
                "response", count(acme, "response"),
                "response_version", count(acme, "response_version"),
                "reading_job", count(acme, "reading_job"),
                "cases", count(acme, "cases"),
                "answered", count(acme, "invitation", "and answered_at is not null"));
    }

    private long count(Acme acme, String table) {
        return count(acme, table, "");
    }

    private long count(Acme acme, String table, String more) {
        return doors.jdbc
                .sql("select count(*) from " + table + " where workspace_id = :workspace " + more)
                .param("workspace", acme.workspace().value())
                .query(Long.class)
                .single();
    }
}
