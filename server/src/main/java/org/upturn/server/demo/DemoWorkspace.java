package org.upturn.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedSet;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.installation.DataFolder;
import org.upturn.server.installation.InstallationSettings;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Moment;
import org.upturn.server.kernel.Rows;
import org.upturn.server.verbatims.ReadingWorker;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.SignIn;
import org.upturn.server.workspaces.Workspaces;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo workspace of an installation: made whole or not at all at the first start, before the first page is served,
 * with a password and an API key of its own.
 */
@Component
public class DemoWorkspace implements SmartInitializingSingleton {
    private static final String OWNER = "olga@acme.example.org";
    private static final int LONGEST_WAIT_SECONDS = 60;

    /** Detractors are read when they answered, or every figure of the loop would begin with the start of the demo. */
    private static final Duration READ_AFTER = Duration.ofSeconds(2);

    private final boolean wanted;
    private final DataFolder folder;
    private final Workspaces workspaces;
    private final DemoStory story;
    private final Readings readings;
    private final ReadingWorker reader;
    private final SignIn signIn;
    private final TransactionTemplate transaction;

    DemoWorkspace(
            InstallationSettings settings,
            DataFolder folder,
            Workspaces workspaces,
            DemoStory story,
            Readings readings,
            ReadingWorker reader,
            SignIn signIn,
            PlatformTransactionManager transactions) {
        this.wanted = settings.demo();
        this.folder = folder;
        this.workspaces = workspaces;
        this.story = story;
        this.readings = readings;
        this.reader = reader;
        this.signIn = signIn;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How to get in, as it is written to {@code demo-access.json}. */
    record Access(String url, String email, String password, String apiKey) {}

    @Override
    public void afterSingletonsInstantiated() {
        if (!wanted || !workspaces.isEmpty()) {
            return;
        }
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        String password = "demo-" + HexFormat.of().formatHex(random);
        SortedSet<Instant> answered = transaction.execute(status -> {
            Member olga = workspaces.create(
                    "Acme", "Europe/Berlin", new Workspaces.NewMember("Olga Brandt", OWNER, password, Role.OWNER));
            var told = story.tell(olga);
            // Written before the commit: a crash in between leaves an empty workspace, never one that nobody can enter.
            write(new Access(
                    "", OWNER, password, workspaces.addApiKey(olga, "demo").secret()));
            return told;
        });
        answered.forEach(moment -> Moment.at(moment.plus(READ_AFTER), reader::readNow));
    }

    /** Waits until every verbatim of the story is read, notes the address and says how to get in. */
    public String open(String url) throws InterruptedException {
        Access access = read();
        Member member = signIn.findByApiKey(access.apiKey()).orElseThrow().member();
        var begin = System.nanoTime();
        while (!readings.waiting(member.workspace()).isOver()
                && (System.nanoTime() - begin) / 1_000_000_000 < LONGEST_WAIT_SECONDS) {
            Thread.sleep(50);
        }
        write(new Access(url, access.email(), access.password(), access.apiKey()));
        return new Message("console.demo.ready", url, access.email(), access.password(), file()).english();
    }

    private Path file() {
        return folder.path().resolve("demo-access.json");
    }

    private Access read() {
        try {
            return JsonMapper.builder().build().readValue(Files.readString(file()), Access.class);
        } catch (IOException problem) {
            throw new UncheckedIOException(
                    "The data folder holds no demo workspace; choose another by --data", problem);
        }
    }

    private void write(Access access) {
        try {
            folder.writePrivately(
                    file(),
                    Rows.json(Map.of(
                            "url",
                            access.url(),
                            "email",
                            access.email(),
                            "password",
                            access.password(),
                            "apiKey",
                            access.apiKey())));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
