package org.upturn.server.responses.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;

/** Puts an answer into the chain of versions of a response, where its time says that it belongs. */
@Repository
class AnswerChain {
    private final JdbcClient jdbc;
    private final BulkResponseRepository repository;

    AnswerChain(JdbcClient jdbc, BulkResponseRepository repository) {
        this.jdbc = jdbc;
        this.repository = repository;
    }

    private record Standing(UUID id, int version) {
        static Standing of(ResultSet row, int n) throws SQLException {
            return new Standing(Rows.id(row, "id"), row.getInt("version"));
        }
    }

    /** @param answers of one contact in one wave, the earliest first; @return how many */
    int add(BulkResponses.Batch batch, List<PastResponse> answers) {
        // By person, as whoever makes words searchable goes too: two that lock in one order never wait for each other.
        answers.stream()
                .sorted(Comparator.comparing(one -> one.contact().value()))
                .forEach(one -> add(batch, one));
        return answers.size();
    }

    private void add(BulkResponses.Batch batch, PastResponse answer) {
        Standing standing = jdbc.sql("""
                        select id, version
                        from response
                        where workspace_id = :workspace
                          and wave_id = :wave
                          and contact_id = :contact
                        for no key update
                        """)
                .param("workspace", batch.workspace().value())
                .param("wave", answer.wave().value())
                .param("contact", answer.contact().value())
                .query(Standing::of)
                .single();
        int later = later(batch, standing.id(), answer.answeredAt());
        int place = standing.version() - later + 1;
        // From the last one on, so that no number is taken twice.
        for (int version = standing.version(); version >= place; version--) {
            moveUp(batch, standing.id(), version);
        }
        repository.insertVersion(batch, standing.id(), place, answer);
        stand(batch, standing, later == 0 ? answer : null, answer.answeredAt());
    }

    private int later(BulkResponses.Batch batch, UUID response, Instant than) {
        return jdbc.sql("""
                        select count(*)
                        from response_version
                        where workspace_id = :workspace
                          and response_id = :response
                          and answered_at > :than
                        """)
                .param("workspace", batch.workspace().value())
                .param("response", response)
                .param("than", Rows.time(than))
                .query(Integer.class)
                .single();
    }

    private void moveUp(BulkResponses.Batch batch, UUID response, int version) {
        jdbc.sql("""
                        update response_version
                        set version = version + 1
                        where workspace_id = :workspace
                          and response_id = :response
                          and version = :version
                        """)
                .param("workspace", batch.workspace().value())
                .param("response", response)
                .param("version", version)
                .update();
    }

    /** @param last the answer that stands from now on; null when the one before still does */
    private void stand(
            BulkResponses.Batch batch,
            Standing before,
            @org.jspecify.annotations.Nullable PastResponse last,
            Instant at) {
        jdbc.sql("""
                        update response
                        set version = :version, answered_at = least(answered_at, :at),
                          score = coalesce(cast(:score as smallint), score),
                          changed_at = greatest(changed_at, :at)
                        where workspace_id = :workspace
                          and id = :response
                        """)
                .param("workspace", batch.workspace().value())
                .param("response", before.id())
                .param("version", before.version() + 1)
                .param("score", last == null ? null : last.score().value())
                .param("at", Rows.time(at))
                .update();
    }
}
