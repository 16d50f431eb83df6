package org.upturn.server.installation;

import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upturn.server.kernel.Moment;

/** Wires the data folder, the clock and the database. */
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

    @Bean
    Database database(DataSourceProperties named, DataFolder folder, InstallationSettings settings) throws IOException {
        return Database.of(named, folder, settings);
    }
}
