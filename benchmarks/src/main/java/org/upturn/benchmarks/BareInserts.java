package org.upturn.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Stores the rows of an answer by plain JDBC: four statements, one transaction, nothing looked up. */
final class BareInserts implements Storing {
    private final Connection database;
    private final Wave wave;
    private final PreparedStatement response;
    private final PreparedStatement version;
    private final PreparedStatement mark;
    private final PreparedStatement job;

    /** Where the answers belong. */
    record Wave(UUID workspace, UUID program, UUID survey, UUID id) {}

    BareInserts(Connection database, Wave wave) throws SQLException {
        this.database = database;
        this.wave = wave;
        database.setAutoCommit(false);
        response = database.prepareStatement("""
                insert into response (workspace_id, id, program_id, wave_id, contact_id, survey_id, version, score,
                  answered_at, changed_at, segments)
                values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, '{"plan": "basic", "region": "south"}')""");
        version = database.prepareStatement("""
                insert into response_version (workspace_id, response_id, version, score, verbatim, survey_id, language,
                  answers, sent, answered_at)
                values (?, ?, 1, ?, ?, ?, 'en', '{}', true, ?)""");
        mark = database.prepareStatement("update invitation set answered_at = ? where workspace_id = ? and id = ?");
        job = database.prepareStatement(
                "insert into reading_job (workspace_id, response_id, version, ready_at) values (?, ?, 1, ?)");
    }

    @Override
    public void store(Invitee invitee) throws SQLException {
        UUID id = timeOrdered();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        run(
                response,
                wave.workspace(),
                id,
                wave.program(),
                wave.id(),
                invitee.contact(),
                wave.survey(),
                invitee.score(),
                now,
                now);
        run(version, wave.workspace(), id, invitee.score(), invitee.words(), wave.survey(), now);
        run(mark, now, wave.workspace(), invitee.invitation());
        run(job, wave.workspace(), id, now);
        database.commit();
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    /** A UUID of version 7, as the server makes them. */
    private static UUID timeOrdered() {
        var random = ThreadLocalRandom.current();
        long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
