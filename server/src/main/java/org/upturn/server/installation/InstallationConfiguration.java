package org.upturn.server.installation;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upturn.server.kernel.Moment;

/** Wires the data folder, the clock and, unless a database is named, the embedded one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InstallationSettings.class)
class InstallationConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return new Moment();
    }

    @Bean
    DataFolder dataFolder(InstallationSettings settings) {
        return DataFolder.of(settings.data());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    static class Embedded {
        @Bean
        EmbeddedPostgres embeddedPostgres(DataFolder folder, InstallationSettings settings) throws IOException {
            var options = new LinkedHashMap<String, String>();
            options.put("listen_addresses", "127.0.0.1");
            options.put("unix_socket_directories", "''");
            options.put("max_connections", "60");
            options.put("shared_buffers", "256MB");
            options.put("jit", "off");
            options.put("random_page_cost", "1.1");
            if (!settings.sync()) {
                options.put("fsync", "off");
                options.put("synchronous_commit", "off");
            }
            var postgres = EmbeddedPostgres.start(folder, settings.postgresBinaries(), options);
            folder.emptyWorkFiles();
            LoggerFactory.getLogger(EmbeddedPostgres.class)
                    .info("PostgreSQL {} in {}", postgres.joined() ? "joined again" : "started", folder.path());
            return postgres;
        }

        @Bean
        JdbcConnectionDetails jdbcConnectionDetails(EmbeddedPostgres postgres) {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return postgres.user();
                }

                @Override
                public String getPassword() {
                    return postgres.password();
                }

                @Override
                public String getJdbcUrl() {
                    return postgres.url() + "?reWriteBatchedInserts=true&tcpKeepAlive=true";
                }
            };
        }
    }
}
