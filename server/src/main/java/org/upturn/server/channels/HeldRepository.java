package org.upturn.server.channels;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often a widget was not shown, and why; of nobody in particular. */
@Repository
class HeldRepository {
    private final JdbcClient jdbc;

    HeldRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void count(Collector by, Held why) {
        jdbc.sql("""
                        insert into collector_held (workspace_id, collector_id, reason, times)
                        values (:workspace, :collector, :reason, 1)
                        on conflict (workspace_id, collector_id, reason) do update
                        set times = collector_held.times + 1
                        where collector_held.workspace_id = :workspace
                        """)
                .param("workspace", by.workspace().value())
                .param("collector", by.id().value())
                .param("reason", why.word())
                .update();
    }

    Map<Held, Long> counts(Collector of) {
        var counts = new EnumMap<Held, Long>(Held.class);
        jdbc.sql("""
                        select reason, times
                        from collector_held
                        where workspace_id = :workspace
                          and collector_id = :collector
                        """)
                .param("workspace", of.workspace().value())
                .param("collector", of.id().value())
                .query(row -> {
                    counts.put(Held.of(row.getString("reason")), row.getLong("times"));
                });
        return counts;
    }
}
