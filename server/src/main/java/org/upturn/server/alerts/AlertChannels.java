package org.upturn.server.alerts;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.alerts.messages.AlertKind;
import org.upturn.server.alerts.messages.AlertWords;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Subtype;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.texts.Handed;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The channels of programs: Slack, Teams, webhooks; for admins. */
@Service
public class AlertChannels {
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 20;

    private final ChannelRepository repository;
    private final ChannelPost post;
    private final Surveys surveys;
    private final MailSetup mail;
    private final AuditLog audit;
    private final AlertLanguages languages;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AlertChannels(
            ChannelRepository repository,
            ChannelPost post,
            Surveys surveys,
            MailSetup mail,
            AuditLog audit,
            AlertLanguages languages,
            Clock clock) {
        this.repository = repository;
        this.post = post;
        this.surveys = surveys;
        this.mail = mail;
        this.audit = audit;
        this.languages = languages;
        this.clock = clock;
    }

    /** What an admin tells of a channel. @param url its address, a secret */
    public record Told(ChannelKind kind, String name, String url) {
        @Override
        public String toString() {
            return "Told[" + kind + "]";
        }
    }

    /** @param secret that signs what goes to a webhook, shown this one time; null for others */
    public record Added(AlertChannel channel, @Nullable String secret) {}

    public List<AlertChannel> of(WorkspaceId workspace, ProgramId program) {
        return repository.ofProgram(workspace, program);
    }

    public AlertChannel find(WorkspaceId workspace, UUID id) {
        return repository.find(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.channel"));
    }

    /** @param base how this installation is reached, for links, unless the mail settings say so */
    @Transactional
    public Added add(Member by, ProgramId program, Told told, String base) {
        surveys.program(by.workspace(), program);
        if (of(by.workspace(), program).size() >= MOST) {
            throw Problem.conflict("problem.alerts.many", MOST);
        }
        URI url = url(told);
        String name = told.name().replaceAll("\\p{Cntrl}+", " ").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "problem.field", "name", LONGEST_NAME);
        }
        String publicUrl =
                mail.find(by.workspace()).map(MailSettings::publicUrl).orElse(base);
        var channel = new AlertChannel(Ids.next(), program, told.kind(), name, url.getHost(), publicUrl, null, null);
        String secret = told.kind() == ChannelKind.WEBHOOK ? secret() : null;
        repository.insert(by, channel, new ChannelRepository.Key(url, secret));
        audit.record(by, "alert-channel.added", channel.id());
        return new Added(channel, secret);
    }

    @Transactional
    public void remove(Member by, UUID id) {
        if (!repository.remove(by.workspace(), id)) {
            throw Problem.notFound("problem.unknown.channel");
        }
        audit.record(by, "alert-channel.removed", id);
    }

    /**
     * Sends an alert that is marked as a test, about nobody real.
     *
     * @throws Problem with what the other side said, word by word
     */
    public void test(Member by, UUID id) {
        AlertChannel channel = find(by.workspace(), id);
        Handed handed = post.send(
                by.workspace(),
                channel,
                sample(languages.ofTeam(by.workspace()), surveys.program(by.workspace(), channel.program())),
                UUID.randomUUID().toString());
        repository.note(by.workspace(), id, handed instanceof Handed.Failed failed ? failed.said() : null);
        audit.record(by, "alert-channel.tested", id);
        if (handed instanceof Handed.Failed failed) {
            throw Problem.conflict("problem.alerts.refused", channel.host(), failed.said());
        }
    }

    private Alert sample(AlertWords words, Program program) {
        Instant now = clock.instant();
        return new Alert(
                UUID.randomUUID(),
                AlertKind.ASSIGNED,
                now,
                new Alert.Person(words.text("alerts.sample.name"), ""),
                new Alert.Said(new Score(3), Alert.Words.of(words.text("alerts.sample.words")), now),
                new Alert.Earlier(
                        new Alert.Said(new Score(9), Alert.Words.of(words.text("alerts.sample.before")), now),
                        words.text("alerts.sample.wave")),
                new Alert.Round(program.id(), program.name(), WaveId.next(), words.text("alerts.sample.wave")),
                new Alert.OfCase(CaseId.next(), Subtype.CONVERTED, false, null, now.plus(Duration.ofHours(48)), true),
                Alert.Nothing.ELSE);
    }

    /** 256 random bits, as Standard Webhooks writes them. */
    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    private URI url(Told told) {
        try {
            URI url = URI.create(told.url().strip());
            if (post.takes(url)
                    && url.getHost() != null
                    && url.getFragment() == null
                    && url.getUserInfo() == null
                    && url.toASCIIString().length() <= LONGEST_URL) {
                return URI.create(url.toASCIIString());
            }
        } catch (IllegalArgumentException none) {
            // told below
        }
        throw Problem.invalid("url", "problem.alerts.url");
    }
}
