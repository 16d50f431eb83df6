package org.upturn.server.insights.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        private final List<Integer> reached = new ArrayList<>();
        private final List<Integer> waiting = new ArrayList<>();
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

        Times times() {
            Collections.sort(reached);
            Collections.sort(waiting);
            return new Times(reached.size(), waiting.size(), never, median(), half());
        }

        private @Nullable Duration median() {
            if (reached.isEmpty()) {
                return null;
            }
            int middle = reached.size() / 2;
            return reached.size() % 2 == 1
                    ? Duration.ofSeconds(reached.get(middle))
                    : Duration.ofSeconds(((long) reached.get(middle - 1) + reached.get(middle)) / 2);
        }

        /**
         * The median of the product-limit estimate: who still waits counts until now, who never will counts for good.
         * Source: E. L. Kaplan and P. Meier, "Nonparametric Estimation from Incomplete Observations", Journal of the American
         * Statistical Association 53 (1958).
         */
        private @Nullable Duration half() {
            double left = 1;
            int gone = 0;
            int place = 0;
            while (place < reached.size()) {
                int time = reached.get(place);
                while (gone < waiting.size() && waiting.get(gone) < time) {
                    gone++;
                }
                long atRisk = reached.size() - place + (waiting.size() - gone) + never;
                int before = place;
                while (place < reached.size() && reached.get(place) == time) {
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
