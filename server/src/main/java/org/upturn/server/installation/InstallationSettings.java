package org.upturn.server.installation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code upturn.*} of an installation.
 *
 * @param data the data folder
 * @param postgresBinaries where PostgreSQL is unpacked; below the data folder when absent
 * @param demo whether an empty installation gets the demo workspace
 * @param privateAddresses whether teams may have messages posted into the network of the installation, also by plain HTTP;
 *     only whoever runs it knows what stands there
 * @param sync whether PostgreSQL waits for the disk; only tests turn it off
 */
@ConfigurationProperties("upturn")
public record InstallationSettings(
        @DefaultValue("data") Path data,
        @Nullable Path postgresBinaries,
        @DefaultValue("false") boolean demo,
        @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("true") boolean sync) {}
