package org.upturn.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upturn.engine.said.Consequence;
import org.upturn.engine.said.Evidence;
import org.upturn.engine.said.Slots;
import org.upturn.server.contacts.Account;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Score;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.ReadingDetail;
import org.upturn.server.verbatims.VerbatimReading;

class PriorityTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Evidence SOMETHING = new Evidence(0, 9);

    /** GOLD S4-19. */
    @Test
    void aFiveAfterANineOutranksAFirstTimeOne() {
        assertThat(points(facts(5, 9, Subtype.CONVERTED, null, null)))
                .isGreaterThan(points(facts(1, null, Subtype.NEW, null, null)));
    }

    @Test
    void theDeeperFallComesFirst() {
        assertThat(points(facts(4, 9, Subtype.CONVERTED, null, null)))
                .isGreaterThan(points(facts(4, 7, Subtype.CONVERTED, null, null)));
    }

    @Test
    void whoNamesThatTheyLeaveComesBeforeWhoNamesAFailureAndBothBeforeSilence() {
        int silent = points(facts(3, null, Subtype.NEW, Slots.NONE, null));
        int failure = points(facts(3, null, Subtype.NEW, new Slots(List.of(SOMETHING), List.of(), List.of()), null));
        int leaving = points(facts(3, null, Subtype.NEW, slots(Consequence.Kind.LEAVING), null));

        assertThat(leaving).isGreaterThan(failure);
        assertThat(failure).isGreaterThan(silent);
    }

    @Test
    void aRenewalWithinNinetyDaysCounts() {
        int far = points(facts(3, 2, Subtype.CHRONIC, null, TODAY.plusDays(91)));

        assertThat(points(facts(3, 2, Subtype.CHRONIC, null, TODAY.plusDays(90))))
                .isGreaterThan(far);
        assertThat(points(facts(3, 2, Subtype.CHRONIC, null, TODAY.minusDays(1))))
                .isEqualTo(far);
    }

    /** Ten thousand of each: whatever is said and at stake, converted come first; and the reasons add up to the points. */
    @Test
    void everyConvertedDetractorComesBeforeEverybodyElse() {
        var random = new Random(5);
        int lowest = Stream.generate(() -> some(random, Subtype.CONVERTED))
                .limit(10_000)
                .mapToInt(PriorityTests::points)
                .min()
                .orElseThrow();
        int highest = Stream.generate(() -> some(random, random.nextBoolean() ? Subtype.NEW : Subtype.CHRONIC))
                .limit(10_000)
                .mapToInt(PriorityTests::points)
                .max()
                .orElseThrow();

        assertThat(lowest).isGreaterThan(highest);
    }

    @Test
    void theReasonsAddUpAndGoFromTheHeaviestOn() {
        var random = new Random(6);
        for (int i = 0; i < 10_000; i++) {
            var priority = Priority.of(some(random, Subtype.values()[random.nextInt(3)]), () -> TODAY);
            assertThat(priority.reasons().stream()
                            .mapToInt(Priority.Reason::points)
                            .sum())
                    .isEqualTo(priority.points());
            assertThat(priority.reasons())
                    .isSortedAccordingTo((one, other) -> Integer.compare(other.points(), one.points()));
            assertThat(priority.points()).isBetween(0, 200);
        }
    }

    private static CaseFacts some(Random random, Subtype subtype) {
        Integer before = switch (subtype) {
            case NEW -> null;
            case CONVERTED -> 7 + random.nextInt(4);
            case CHRONIC -> random.nextInt(7);
        };
        Slots slots = random.nextBoolean()
                ? Slots.NONE
                : slots(Consequence.Kind.values()[random.nextInt(Consequence.Kind.values().length)]);
        return facts(random.nextInt(7), before, subtype, slots, TODAY.plusDays(random.nextInt(200) - 50L));
    }

    private static Slots slots(Consequence.Kind kind) {
        return new Slots(List.of(SOMETHING), List.of(SOMETHING), List.of(new Consequence(kind, SOMETHING)));
    }

    private static int points(CaseFacts facts) {
        return Priority.of(facts, () -> TODAY).points();
    }

    private static CaseFacts facts(
            int score, @Nullable Integer before, Subtype subtype, @Nullable Slots slots, @Nullable LocalDate renewsOn) {
        return new CaseFacts(
                CaseId.next(),
                new ProgramId(UUID.randomUUID()),
                new ContactId(UUID.randomUUID()),
                new Score(score),
                before == null ? null : new Score(before),
                subtype,
                subtype == Subtype.CHRONIC && score % 2 == 0 ? new Score(9) : null,
                slots == null,
                slots == null ? null : reading(slots, score % 3 == 0 ? "hostile" : "constructive"),
                new Account(UUID.randomUUID(), "Acme", null, null, renewsOn, null, 1),
                "en");
    }

    private static VerbatimReading reading(Slots slots, String tone) {
        return new VerbatimReading(
                List.of(),
                -0.5,
                3,
                "en",
                false,
                false,
                tone,
                null,
                null,
                new ReadingDetail(slots, null, null, List.of(), null),
                "test",
                1,
                Instant.EPOCH);
    }
}
