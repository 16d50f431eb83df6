package org.upturn.server.invitations.cadence;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/** When a schedule asks. */
public sealed interface Rhythm {
    /** All of an audience, each time. */
    record Every(int days, LocalDate from, LocalTime at) implements Rhythm {
        public Every {
            between("days", days, 1, 730);
        }
    }

    /** One person, some time after they were told of by {@code POST /api/v1/events}. */
    record Event(String name, int delayHours) implements Rhythm {
        public Event {
            name = called("event", name);
            between("delayHours", delayHours, 0, 8_760);
        }
    }

    /**
     * One person, so many days after a day that matters to them.
     *
     * @param attribute with that day; null for the day since when they are known
     * @param yearly whether to ask each year on that day (S2-05); the days after it do not count then
     */
    record Milestone(@Nullable String attribute, int daysAfter, boolean yearly, LocalTime at) implements Rhythm {
        public Milestone {
            attribute = attribute == null || attribute.isBlank() ? null : called("attribute", attribute);
            between("daysAfter", daysAfter, 0, 3_650);
        }
    }

    /** The word in the API and in the database. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static void between(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw Problem.invalid(field, "problem.cadence.number", least, most);
        }
    }

    private static String called(String field, @Nullable String told) {
        if (told == null || told.isBlank() || told.length() > 100) {
            throw Problem.invalid(field, "problem.name");
        }
        return told.strip();
    }
}
