package org.upturn.server.channels;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.upturn.server.invitations.Visitor;
import org.upturn.server.kernel.Problem;

/**
 * Slows down whoever comes too often by a public link: so many a minute from one network, and so many to one collector. A
 * school or an office behind one address stays well below. Counts in the memory of this node.
 */
@Component
public class Throng {
    static final int FROM_ONE_NETWORK = 60;
    static final int TO_ONE_COLLECTOR = 600;

    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private long minute;

    Throng(Clock clock) {
        this.clock = clock;
    }

    /** @throws Problem when it is too much; the same a minute later is welcome */
    public synchronized void pass(Collector by, Visitor visitor) {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            counts.clear();
        }
        String collector = by.id().value().toString();
        int here = counts.merge(collector, 1, Integer::sum);
        int there = counts.merge(collector + visitor.network(), 1, Integer::sum);
        // A kiosk sends what it kept, from one network.
        boolean tooMany = by.kind() != CollectorKind.KIOSK && there > FROM_ONE_NETWORK;
        if (tooMany || here > TO_ONE_COLLECTOR) {
            throw Problem.of(Problem.Code.TOO_MANY, "problem.collector.throng");
        }
    }
}
