package org.upturn.server.discovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;

/** All SQL of boards: one row a wave, with the lease of whoever computes it. */
@Repository
class BoardRepository {
    /** Comparing, during which nobody is told anything, takes seconds. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    BoardRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A board as it is stored.
     *
     * @param basis what it was made of; null like {@code computedAt} as long as nothing was found out
     * @param computing whether somebody holds the lease
     */
    record Stored(
            @Nullable String basis,
            @Nullable Instant computedAt,
            int verbatims,
            int said,
            boolean cut,
            @Nullable Instant failedAt,
            boolean computing,
            Board.Progress progress) {}

    /** What a computation gives, apart from its groups. */
    record Outcome(String basis, int verbatims, int said, boolean cut) {}

    Optional<Stored> find(Scope scope) {
        return jdbc.sql("""
                        select basis, computed_at, verbatims, said, cut, failed_at, coalesce(lease_until > :now, false) as computing,
                          texts_read, texts_all
                        from discovery_board
                        where workspace_id = :workspace
                          and program_id = :program
                          and wave_id = :wave
                        """)
                .param("workspace", scope.workspace().value())
                .param("program", scope.program().value())
                .param("wave", scope.wave().id().value())
                .param("now", Rows.time(clock.instant()))
                .query((row, n) -> stored(row))
                .optional();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString("basis"),
                Rows.timeOrNull(row, "computed_at"),
                row.getInt("verbatims"),
                row.getInt("said"),
                row.getBoolean("cut"),
                Rows.timeOrNull(row, "failed_at"),
                row.getBoolean("computing"),
                new Board.Progress(row.getInt("texts_read"), row.getInt("texts_all")));
    }

    /** Takes the work; false when somebody else has it. */
    boolean lease(Scope scope, UUID token) {
        return jdbc.sql("""
                                insert into discovery_board (workspace_id, program_id, wave_id, lease_token, lease_until)
                                values (:workspace, :program, :wave, :token, :until)
                                on conflict (workspace_id, program_id, wave_id) do update
                                set lease_token = excluded.lease_token, lease_until = excluded.lease_until,
                                  texts_read = 0, texts_all = 0, failed_at = null
                                where discovery_board.lease_until is null or discovery_board.lease_until <= :now
                                """)
                        .param("workspace", scope.workspace().value())
                        .param("program", scope.program().value())
                        .param("wave", scope.wave().id().value())
                        .param("token", token)
                        .param("until", Rows.time(clock.instant().plus(LEASE)))
                        .param("now", Rows.time(clock.instant()))
                        .update()
                == 1;
    }

    /** Notes how far the work is and keeps the lease; false when it was lost. */
    boolean advance(Scope scope, UUID token, Board.Progress progress) {
        return jdbc.sql("""
                                update discovery_board
                                set texts_read = :read, texts_all = :all, lease_until = :until
                                where workspace_id = :workspace
                                  and program_id = :program
                                  and wave_id = :wave
                                  and lease_token = :token
                                """)
                        .param("workspace", scope.workspace().value())
                        .param("program", scope.program().value())
                        .param("wave", scope.wave().id().value())
                        .param("token", token)
                        .param("read", progress.read())
                        .param("all", progress.all())
                        .param("until", Rows.time(clock.instant().plus(LEASE)))
                        .update()
                == 1;
    }

    /** Stores what came out and gives the lease back; false when it was lost. */
    boolean finish(Scope scope, UUID token, Outcome outcome) {
        return jdbc.sql("""
                                update discovery_board
                                set basis = :basis, computed_at = :now, verbatims = :verbatims, said = :said, cut = :cut,
                                  lease_token = null, lease_until = null
                                where workspace_id = :workspace
                                  and program_id = :program
                                  and wave_id = :wave
                                  and lease_token = :token
                                """)
                        .param("workspace", scope.workspace().value())
                        .param("program", scope.program().value())
                        .param("wave", scope.wave().id().value())
                        .param("token", token)
                        .param("basis", outcome.basis())
                        .param("verbatims", outcome.verbatims())
                        .param("said", outcome.said())
                        .param("cut", outcome.cut())
                        .param("now", Rows.time(clock.instant()))
                        .update()
                == 1;
    }

    /**
     * Gives the lease back without a result.
     *
     * @param failedAt null when it was only stopped, to be begun again at once
     */
    void giveUp(Scope scope, UUID token, @Nullable Instant failedAt) {
        jdbc.sql("""
                        update discovery_board
                        set lease_token = null, lease_until = null, failed_at = :failedAt
                        where workspace_id = :workspace
                          and program_id = :program
                          and wave_id = :wave
                          and lease_token = :token
                        """)
                .param("workspace", scope.workspace().value())
                .param("program", scope.program().value())
                .param("wave", scope.wave().id().value())
                .param("token", token)
                .param("failedAt", Rows.time(failedAt))
                .update();
    }
}
