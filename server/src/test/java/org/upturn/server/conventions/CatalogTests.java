package org.upturn.server.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upturn.server.house.TenantStatements;
import org.upturn.server.house.UpturnTest;

@UpturnTest
class CatalogTests {
    private static final String OTHERS = TenantStatements.CONTROL_PLANE.stream()
            .map(table -> "'" + table + "'")
            .collect(Collectors.joining(", ", "('flyway_schema_history', ", ")"));

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTenantTableSaysWhoseEachRowIs() {
        assertThat(names("""
                        select class.relname
                        from pg_class class
                        where class.relnamespace = 'public'::regnamespace
                          and class.relkind in ('r', 'p')
                          and class.relname not in %s
                          and not exists (
                            select 1
                            from pg_attribute attribute
                            where attribute.attrelid = class.oid
                              and attribute.attname = 'workspace_id'
                              and attribute.attnotnull)
                        """.formatted(OTHERS)))
                .as("A tenant table without workspace_id not null cannot keep tenants apart")
                .isEmpty();
        assertThat(names("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"))
                .as("the catalog is the real one")
                .contains("response", "cases", "reading_job");
    }

    @Test
    void everyKeyAndIndexOfATenantTableBeginsWithTheWorkspace() {
        assertThat(names("""
                        select index.relname
                        from pg_index
                        join pg_class index on index.oid = pg_index.indexrelid
                        join pg_class class on class.oid = pg_index.indrelid
                        left join pg_attribute first on first.attrelid = class.oid and first.attnum = pg_index.indkey[0]
                        where class.relnamespace = 'public'::regnamespace
                          and class.relname not in %s
                          and first.attname is distinct from 'workspace_id'
                        """.formatted(OTHERS)))
                .as(
                        "workspace_id comes first in every primary key, unique key and index: a key without it is unique over"
                                + " all tenants, an index without it reads the rows of others, and neither can be distributed")
                .isEmpty();
    }

    @Test
    void everyForeignKeyStaysInsideItsWorkspace() {
        assertThat(names("""
                        select pg_constraint.conrelid::regclass || '.' || conname
                        from pg_constraint
                        join pg_attribute first on first.attrelid = conrelid and first.attnum = conkey[1]
                        where contype = 'f'
                          and first.attname <> 'workspace_id'
                        """))
                .as("A foreign key without workspace_id can point into the data of another tenant")
                .isEmpty();
    }

    @Test
    void everyTenantTableHasAPrimaryKey() {
        assertThat(names("""
                        select relname
                        from pg_class
                        where relnamespace = 'public'::regnamespace
                          and relkind = 'r'
                          and not exists (select 1 from pg_index where indrelid = pg_class.oid and indisprimary)
                        """))
                .as("A table without a primary key cannot be replicated or paged through")
                .isEmpty();
    }

    @Test
    void theDatabaseDoesNothingBehindOurBack() {
        assertThat(names("select tgname from pg_trigger where not tgisinternal"))
                .as("No triggers: what happens is written where it is decided, in Java")
                .isEmpty();
        assertThat(names("select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace"))
                .as("No sequences: ids are UUIDv7 made by the application, so that many servers need no meeting point")
                .isEmpty();
        assertThat(names("select proname from pg_proc where pronamespace = 'public'::regnamespace"))
                .as("No stored procedures")
                .isEmpty();
    }

    @Test
    void everyTimeIsAnInstant() {
        assertThat(names("""
                        select table_name || '.' || column_name
                        from information_schema.columns
                        where table_schema = 'public'
                          and table_name <> 'flyway_schema_history'
                          and data_type in ('timestamp without time zone', 'date', 'time without time zone', 'time with time zone')
                        """))
                .as("Times are timestamptz: anything else means another moment in every time zone")
                .isEmpty();
    }

    @Test
    void testsRunInAHostileTimeZone() {
        assertThat(names("show time zone")).containsExactly("Asia/Kathmandu");
        assertThat(java.time.ZoneId.systemDefault().getId()).isEqualTo("America/St_Johns");
    }

    private List<String> names(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
