package org.upturn.server.insights.loop;

import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.upturn.server.insights.Share;

/**
 * How long something took, of everybody for whom it could happen. Who has not come that far is counted and never dropped:
 * the quick ones alone would make every team look quick.
 *
 * @param reached for how many it happened
 * @param waiting for how many it still may
 * @param never for how many it did not and will not, since the case is closed
 * @param median of those for whom it happened; null for nobody
 * @param half how long until it had happened to half of all, by what is known so far; null while it has not
 */
public record Times(
        long reached,
        long waiting,
        long never,
        @Nullable Duration median,
        @Nullable Duration half) {
    public long all() {
        return reached + waiting + never;
    }

    public long notReached() {
        return waiting + never;
    }

    public Share share() {
        return new Share(reached, all());
    }

    /** Gathers single lengths, in seconds. */
    static final class Tally {
        private final IntStream.Builder reached = IntStream.builder();
        private final IntStream.Builder waiting = IntStream.builder();
        private long never;

        void reached(int seconds) {
            reached.add(seconds);
        }

        void waiting(int seconds) {
            waiting.add(seconds);
        }

        void never() {
            never++;
        }

        /** Ends the gathering. */
        Times times() {
            int[] came = reached.build().sorted().toArray();
            int[] wait = waiting.build().sorted().toArray();
            return new Times(came.length, wait.length, never, median(came), half(came, wait, never));
        }

        private static @Nullable Duration median(int[] reached) {
            if (reached.length == 0) {
                return null;
            }
            int middle = reached.length / 2;
            return reached.length % 2 == 1
                    ? Duration.ofSeconds(reached[middle])
                    : Duration.ofSeconds(((long) reached[middle - 1] + reached[middle]) / 2);
        }

        /**
         * The median of the product-limit estimate: who still waits counts until now, who never will counts for good.
         * Source: E. L. Kaplan and P. Meier, "Nonparametric Estimation from Incomplete Observations", Journal of the American
         * Statistical Association 53 (1958).
         */
        private static @Nullable Duration half(int[] reached, int[] waiting, long never) {
            double left = 1;
            int gone = 0;
            int place = 0;
            while (place < reached.length) {
                int time = reached[place];
                while (gone < waiting.length && waiting[gone] < time) {
                    gone++;
                }
                long atRisk = reached.length - place + (waiting.length - gone) + never;
                int before = place;
                while (place < reached.length && reached[place] == time) {
                    place++;
                }
                left *= 1 - (double) (place - before) / atRisk;
                if (left <= 0.5 + 1e-9) {
                    return Duration.ofSeconds(time);
                }
            }
            return null;
        }
    }
}
