package org.upturn.server.crash;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.upturn.server.house.Client;

/** Many people who answer at once, each by a personal link, and stop when nobody answers them. */
final class AnswerStream implements AutoCloseable {
    private static final int PEOPLE_AT_ONCE = 4;

    private final Client server;
    private final Queue<Map.Entry<String, String>> waiting;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE_AT_ONCE);

    /** @param links personal links by external id, answered in this order */
    private AnswerStream(Client server, Map<String, String> links) {
        this.server = server;
        this.waiting = new ConcurrentLinkedQueue<>(links.entrySet());
    }

    static AnswerStream begin(UpturnProcess upturn, Map<String, String> links) {
        var stream = new AnswerStream(new Client(upturn.url(), null), links);
        for (int i = 0; i < PEOPLE_AT_ONCE; i++) {
            stream.people.execute(stream::answerAll);
        }
        return stream;
    }

    static String words(String externalId) {
        return "Support of " + externalId + " took three days to answer, naïve “quotes” & all.";
    }

    static int score(String externalId) {
        return Math.floorMod(externalId.hashCode(), 11);
    }

    private void answerAll() {
        for (var link = waiting.poll(); link != null; link = waiting.poll()) {
            String id = link.getKey();
            try {
                server.form(link.getValue(), Map.of("score", "" + score(id), "why", words(id)))
                        .expect(303);
                acknowledged.put(id, words(id));
            } catch (AssertionError nobodyThere) {
                return;
            }
        }
    }

    /** The words of everyone who was told that the answer has arrived, by external id. */
    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** Waits until everybody has answered or given up. */
    AnswerStream awaitEnd() throws InterruptedException {
        people.shutdown();
        if (!people.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new AssertionError("The stream of answers does not end");
        }
        return this;
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
