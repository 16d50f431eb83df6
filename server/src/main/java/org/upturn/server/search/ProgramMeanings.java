package org.upturn.server.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upturn.engine.Meaning;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/**
 * The meanings of one program's verbatims, side by side in one array, so that all are compared in one pass; those that
 * different models made are not compared.
 */
final class ProgramMeanings {
    /** Numbers of a meaning, by the model that the server reads with. */
    private static final int SIZE = 384;

    /** Of a text in which there was nothing to read. */
    private static final Meaning.Whole NOTHING = new Meaning.Whole("", new byte[SIZE]);

    /** Below this cosine two texts have hardly anything in common. */
    private static final double HARDLY = 0.3;

    /** A reading can be seen by others so much later than its time says, for it takes its time before it is stored. */
    private static final Duration SEEN_LATE = Duration.ofMinutes(2);

    private static final Instant BEFORE_ALL = Instant.parse("1970-01-01T00:00:00Z");

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, Integer> places = new HashMap<>();
    private UUID[] responses = new UUID[0];
    private String[] makers = new String[0];
    private byte[] meanings = new byte[0];
    private float[] lengths = new float[0];
    private volatile int size;
    private Instant latest = BEFORE_ALL;

    int size() {
        return size;
    }

    /**
     * Takes in what was read since the last time; the whole program the first time. What a verbatim means does not hang
     * on the codebook, so of its readings with several versions, live or not, the latest is taken.
     */
    void bringUpToDate(JdbcClient jdbc, WorkspaceId workspace, UUID program, int most) {
        lock.lock();
        try {
            jdbc.sql("""
                            select latest.response_id, latest.meaning, latest.read_at
                            from (
                              select distinct on (reading.response_id) reading.response_id, reading.read_at,
                                substring(reading.meaning from 1 for :beginning) as meaning
                              from reading
                              join response on response.workspace_id = reading.workspace_id
                                and response.id = reading.response_id
                                and response.version = reading.response_version
                              where reading.workspace_id = :workspace
                                and reading.read_at >= :since
                                and response.program_id = :program
                              order by reading.response_id, reading.read_at desc
                            ) as latest
                            order by latest.read_at desc, latest.response_id
                            limit :most
                            """)
                    .param("workspace", workspace.value())
                    .param("program", program)
                    .param("since", Rows.time(latest.minus(SEEN_LATE)))
                    .param("most", most)
                    .param("beginning", Meaning.BEGINNING)
                    .query(this::take);
        } finally {
            lock.unlock();
        }
    }

    private void take(ResultSet row) throws SQLException {
        Instant readAt = Rows.time(row, "read_at");
        latest = readAt.isAfter(latest) ? readAt : latest;
        UUID response = Rows.id(row, "response_id");
        byte[] stored = row.getBytes("meaning");
        Optional<Meaning.Whole> meaning = stored == null
                ? Optional.empty()
                : Meaning.whole(stored).filter(whole -> whole.numbers().length == SIZE);
        if (meaning.isPresent() || places.containsKey(response)) {
            put(response, meaning.orElse(NOTHING));
        }
    }

    private void put(UUID response, Meaning.Whole meaning) {
        int place = places.computeIfAbsent(response, absent -> size++);
        if (place >= responses.length) {
            int room = Math.max(64, responses.length + responses.length / 2);
            responses = Arrays.copyOf(responses, room);
            makers = Arrays.copyOf(makers, room);
            lengths = Arrays.copyOf(lengths, room);
            meanings = Arrays.copyOf(meanings, room * SIZE);
        }
        responses[place] = response;
        makers[place] = meaning.maker().intern();
        System.arraycopy(meaning.numbers(), 0, meanings, place * SIZE, SIZE);
        lengths[place] = (float) Math.sqrt(dot(meaning.numbers(), meanings, place * SIZE));
    }

    List<Meanings.Neighbour> nearest(UUID response, int most) {
        lock.lock();
        try {
            Integer place = places.get(response);
            return place == null || lengths[place] == 0 ? List.of() : nearest(place, most);
        } finally {
            lock.unlock();
        }
    }

    private List<Meanings.Neighbour> nearest(int own, int most) {
        byte[] asked = Arrays.copyOfRange(meanings, own * SIZE, (own + 1) * SIZE);
        var best = new PriorityQueue<>(Comparator.comparingDouble(Meanings.Neighbour::likeness));
        double enough = HARDLY;
        for (int place = 0; place < size; place++) {
            if (!makers[place].equals(makers[own])) {
                continue;
            }
            double likeness = dot(asked, meanings, place * SIZE) / (lengths[own] * (double) lengths[place]);
            if (likeness > enough && place != own) {
                best.add(new Meanings.Neighbour(responses[place], likeness));
                if (best.size() > most) {
                    best.poll();
                    enough = best.peek().likeness();
                }
            }
        }
        var nearest = new ArrayList<>(best);
        nearest.sort(Comparator.comparingDouble(Meanings.Neighbour::likeness)
                .reversed()
                .thenComparing(Meanings.Neighbour::response));
        return nearest;
    }

    private static int dot(byte[] asked, byte[] all, int from) {
        int sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += asked[i] * all[from + i];
        }
        return sum;
    }
}
