package org.upturn.server.installation;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * How to reach the database: the one that the settings name, or else the embedded one, which then runs as long as the
 * program. Decided at the start rather than by a condition on beans, for those are fixed when the program is built.
 */
final class Database implements JdbcConnectionDetails, AutoCloseable {
    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final @Nullable EmbeddedPostgres embedded;

    private Database(
            String url, @Nullable String user, @Nullable String password, @Nullable EmbeddedPostgres embedded) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.embedded = embedded;
    }

    static Database of(DataSourceProperties named, DataFolder folder, InstallationSettings settings)
            throws IOException {
        String url = named.getUrl();
        return url == null
                ? embedded(folder, settings)
                : new Database(url, named.getUsername(), named.getPassword(), null);
    }

    private static Database embedded(DataFolder folder, InstallationSettings settings) throws IOException {
        var postgres = EmbeddedPostgres.start(folder, settings.postgresBinaries(), options(settings));
        folder.emptyWorkFiles();
        LoggerFactory.getLogger(EmbeddedPostgres.class)
                .info("PostgreSQL {} in {}", postgres.joined() ? "joined again" : "started", folder.path());
        return new Database(
                postgres.url() + "?reWriteBatchedInserts=true&tcpKeepAlive=true",
                postgres.user(),
                postgres.password(),
                postgres);
    }

    private static Map<String, String> options(InstallationSettings settings) {
        var options = new LinkedHashMap<String, String>();
        options.put("listen_addresses", "127.0.0.1");
        options.put("unix_socket_directories", "''");
        options.put("max_connections", "60");
        options.put("shared_buffers", "256MB");
        options.put("jit", "off");
        options.put("random_page_cost", "1.1");
        // One database: looking often costs nothing, and young tables get statistics before plans go wrong.
        options.put("autovacuum_naptime", "5s");
        // A growing table is cleaned when it has grown by a half, not by a fifth; checkpoints don't follow each other
        // in an import.
        options.put("autovacuum_vacuum_insert_scale_factor", "0.5");
        options.put("max_wal_size", "2GB");
        if (!settings.sync()) {
            options.put("fsync", "off");
            options.put("synchronous_commit", "off");
        }
        return options;
    }

    @Override
    public @Nullable String getUsername() {
        return user;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
