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
    public void pass(Collector by, Visitor visitor) {
        // A kiosk sends what it kept, from one network.
        int mostFromOne = by.kind() == CollectorKind.KIOSK ? TO_ONE_COLLECTOR : FROM_ONE_NETWORK;
        pass(by.id().value().toString(), visitor, mostFromOne);
    }

    /** The same for another public place. @param place what tells it from every other */
    public void pass(String place, Visitor visitor) {
        pass(place, visitor, FROM_ONE_NETWORK);
    }

    private synchronized void pass(String place, Visitor visitor, int mostFromOne) {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            counts.clear();
        }
        int here = counts.merge(place, 1, Integer::sum);
        int there = counts.merge(place + visitor.network(), 1, Integer::sum);
        if (there > mostFromOne || here > TO_ONE_COLLECTOR) {
            throw Problem.of(Problem.Code.TOO_MANY, "problem.collector.throng");
        }
    }
}
