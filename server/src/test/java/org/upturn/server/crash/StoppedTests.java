package org.upturn.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upturn.server.house.Client;

/** How an installation stops, and what keeps a second one from starting. */
class StoppedTests {
    @TempDir
    Path data;

    @TempDir
    Path other;

    @Test
    void refusesASecondProgramOnItsFolderAndStopsWithItsDatabaseWhenAsked() throws Exception {
        try (var upturn = UpturnProcess.serve(data).awaitReady()) {
            var second = UpturnProcess.serve(data);
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.said())
                    .contains("Another Upturn already uses the data folder " + data, "--data")
                    .doesNotContain("Exception");
            new Client(upturn.url(), null).get("/health").expect(200);

            upturn.stop();

            assertThat(upturn.awaitEnd()).isEqualTo(143);
            assertThat(upturn.postgres()).isEmpty();
            assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0);
                var upturn = UpturnProcess.run(other, "serve", "--port", "" + taken.getLocalPort())) {
            assertThat(upturn.awaitEnd()).isEqualTo(1);
            assertThat(upturn.said())
                    .contains("Upturn could not start: another program uses port " + taken.getLocalPort(), "--port")
                    .doesNotContain("Exception");
            assertThat(upturn.postgres()).as("its database has stopped").isEmpty();
        }
    }
}
