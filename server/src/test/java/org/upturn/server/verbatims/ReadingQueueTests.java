package org.upturn.server.verbatims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.engine.Coding;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.Wave;

/** The queue's promises. Its jobs are made three days ahead of the clock, out of reach of the server's own reader. */
@UpturnTest
class ReadingQueueTests {
    @Autowired
    Doors doors;

    @Autowired
    ReadingQueue queue;

    @Autowired
    Readings readings;

    private final Instant start = Instant.now().plus(Duration.ofDays(3));
    private Acme acme;
    private Wave wave;
    private Response answer;

    @BeforeEach
    void letDanAnswer() {
        acme = doors.acme();
        wave = acme.wave("Q4");
        answer = acme.answerAt(start, wave, acme.dan, 2, "Support is slow.");
    }

    @Test
    void whatIsLeasedIsNotHandedOutTwice() {
        assertThat(leaseAt(0).jobs()).hasSize(1);
        assertThat(leaseAt(30).jobs()).isEmpty();
    }

    @Test
    void aLeaseThatRanOutIsReadAgain() {
        leaseAt(0);

        assertThat(leaseAt(61).jobs()).singleElement().satisfies(job -> {
            assertThat(job.response()).isEqualTo(answer.id());
            assertThat(job.attempts()).isEqualTo(2);
        });
    }

    @Test
    void aLostLeaseStoresNothing() {
        ReadingQueue.Lease lost = leaseAt(0);
        ReadingQueue.Lease held = leaseAt(61);

        store(lost);
        assertThat(readings.find(acme.workspace(), answer.id())).isEmpty();
        assertThat(readings.waiting(acme.workspace())).isEqualTo(new Waiting(1, 0));

        store(held);
        assertThat(readings.find(acme.workspace(), answer.id())).isPresent();
        assertThat(readings.waiting(acme.workspace()).isOver()).isTrue();
    }

    @Test
    void aReadingIsStoredOnce() {
        ReadingQueue.Lease held = leaseAt(0);

        store(held);
        store(held);

        assertThat(doors.jdbc
                        .sql("select count(*) from reading where workspace_id = :workspace")
                        .param("workspace", acme.workspace().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(readings.find(acme.workspace(), answer.id()).orElseThrow().themes())
                .hasSize(1);
    }

    @Test
    void aNewerVersionWinsOverTheOneBeingRead() {
        ReadingQueue.Lease older = leaseAt(0);
        acme.answerAt(start.plusSeconds(1), wave, acme.dan, 2, "Support is slow and the invoice is wrong.");

        store(older);

        assertThat(readings.find(acme.workspace(), answer.id())).isEmpty();
        assertThat(leaseAt(2).jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.version()).isEqualTo(2));
    }

    @Test
    void whatCannotBeReadIsTriedLaterAndLaterButAtLeastEveryHour() {
        int[] pauses = {2, 8, 32, 128, 512, 2048, 3600, 3600};
        long at = 0;
        for (int pause : pauses) {
            ReadingQueue.Lease lease = leaseAt(at);
            assertThat(lease.jobs()).hasSize(1);
            Moment.at(
                    start.plusSeconds(at),
                    () -> queue.postpone(lease, lease.jobs().getFirst()));
            assertThat(leaseAt(at + pause - 1).jobs())
                    .as("not before " + pause + " s")
                    .isEmpty();
            at += pause;
        }
        assertThat(leaseAt(at).jobs()).hasSize(1);
        assertThat(readings.waiting(acme.workspace())).isEqualTo(new Waiting(1, 1));
    }

    @Test
    void anotherWorkspacesJobsAreNotHandedOut() {
        Acme other = doors.acme();

        assertThat(at(0, () -> queue.lease(other.workspace())).jobs()).isEmpty();
        assertThat(at(0, queue::readyWorkspaces)).contains(acme.workspace()).doesNotContain(other.workspace());
    }

    private ReadingQueue.Lease leaseAt(long seconds) {
        return at(seconds, () -> queue.lease(acme.workspace()));
    }

    private <T> T at(long seconds, Supplier<T> work) {
        var result = new AtomicReference<T>();
        Moment.at(start.plusSeconds(seconds), () -> result.set(work.get()));
        return result.get();
    }

    @Test
    void aReadingMadeAgainstAVersionThatStoppedBeingActiveIsNotStoredAndItsJobStays() {
        ReadingQueue.Lease lease = leaseAt(0);
        TeamCodebook before = doors.codebooks.active(acme.workspace(), acme.program.id());
        doors.jdbc
                .sql("update codebook set active_version = 2 where workspace_id = :workspace")
                .param("workspace", acme.workspace().value())
                .update();

        at(1, () -> {
            store(lease, before);
            return null;
        });

        assertThat(readings.find(acme.workspace(), answer.id())).isEmpty();
        assertThat(readings.waiting(acme.workspace())).isEqualTo(new Waiting(1, 0));
        assertThat(leaseAt(1).jobs()).hasSize(1);
    }

    private void store(ReadingQueue.Lease lease) {
        store(lease, doors.codebooks.active(acme.workspace(), acme.program.id()));
    }

    private void store(ReadingQueue.Lease lease, TeamCodebook codebook) {
        String theme = codebook.codebook().themes().getFirst().id();
        ReadingQueue.Job job = lease.jobs().getFirst();
        ReadVerbatim read = AnyReading.of(job.response(), job.version(), new Coding(theme, 0.9, true, 0, 7, -0.5));
        readings.store(lease, codebook, List.of(read));
    }
}
