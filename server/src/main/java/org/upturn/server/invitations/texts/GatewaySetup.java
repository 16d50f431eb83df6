package org.upturn.server.invitations.texts;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.Attributes;
import org.upturn.server.contacts.clean.Phones;
import org.upturn.server.invitations.HookToken;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** How a workspace sends text messages, and whether that works. */
@Service
public class GatewaySetup {
    private static final int LONGEST_URL = 500;
    private static final int LONGEST_SENDER = 40;
    private static final int MOST_PER_MINUTE = 10_000;

    private final GatewaySettingsRepository repository;
    private final Gateway gateway;
    private final Attributes attributes;
    private final AuditLog audit;
    private final MessageSource messages;
    private final Clock clock;

    GatewaySetup(
            GatewaySettingsRepository repository,
            Gateway gateway,
            Attributes attributes,
            AuditLog audit,
            MessageSource messages,
            Clock clock) {
        this.repository = repository;
        this.gateway = gateway;
        this.attributes = attributes;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    public Optional<GatewaySettings> find(WorkspaceId workspace) {
        return repository.find(workspace);
    }

    /** The settings, which must have been made. */
    public GatewaySettings of(WorkspaceId workspace) {
        return find(workspace).orElseThrow(() -> Problem.conflict("problem.gateway.settings"));
    }

    public GatewayStanding standing(WorkspaceId workspace) {
        return repository.standing(workspace).orElse(GatewayStanding.NONE);
    }

    /** @param secret that messages are signed with; null or empty keeps the one there is */
    @Transactional
    public void save(Member by, GatewaySettings told, @Nullable String secret) {
        GatewaySettings settings = checked(told);
        String kept = secret == null || secret.isBlank()
                ? repository
                        .secret(by.workspace())
                        .orElseThrow(() -> Problem.invalid("secret", "problem.gateway.secret"))
                : secret.strip();
        if (!WebhookSignature.isSecret(kept)) {
            throw Problem.invalid("secret", "problem.gateway.secret");
        }
        repository.save(by.workspace(), settings, kept, clock.instant());
        audit.record(by, "gateway.settings.changed", null);
    }

    /** Makes the token of the address for reports and replies; an older one is void. */
    @Transactional
    public String makeHook(Member by) {
        of(by.workspace());
        HookToken made = HookToken.make(by.workspace());
        repository.saveHook(by.workspace(), made.hash());
        audit.record(by, "gateway.hook.made", null);
        return made.token();
    }

    /** Whose hook it is; empty when it is nobody's. */
    public Optional<WorkspaceId> workspaceOfHook(String token) {
        return HookToken.read(token)
                .filter(told -> repository.isHook(told.workspace(), told.hash()))
                .map(HookToken::workspace);
    }

    /** Whether a report may be believed: where the gateway signs, only with its signature. */
    public boolean isGenuine(WorkspaceId workspace, WebhookSignature.Headers headers, byte[] body) {
        return !of(workspace).reportsSigned()
                || repository
                        .secret(workspace)
                        .filter(secret -> WebhookSignature.isGood(secret, headers, clock.instant(), body))
                        .isPresent();
    }

    /** Hands this message to the gateway of the workspace. */
    public Handed hand(WorkspaceId workspace, GatewaySettings settings, TextMessage message) {
        return gateway.hand(settings, repository.secret(workspace).orElseThrow(), message);
    }

    /**
     * Sends a message to try it.
     *
     * @throws Problem with what the gateway said, word by word
     */
    public void test(Member by, @Nullable String number) {
        GatewaySettings settings = of(by.workspace());
        Phones.Phone phone = Phones.of(number == null ? "" : number, attributes.region(by.workspace()));
        if (!phone.isDialled()) {
            throw Problem.invalid("number", "problem.gateway.number");
        }
        String text = messages.getMessage(
                "gateway.test.words", new Object[] {settings.publicUrl()}, LocaleContextHolder.getLocale());
        var message =
                new TextMessage(UUID.randomUUID(), phone.key(), text, settings.publicUrl(), TextMessage.Kind.TEST);
        if (hand(by.workspace(), settings, message) instanceof Handed.Failed failed) {
            throw Problem.conflict("problem.gateway.refused", failed.said());
        }
    }

    private GatewaySettings checked(GatewaySettings told) {
        String sender = told.sender().replaceAll("\\p{Cntrl}+", " ").strip();
        if (sender.length() > LONGEST_SENDER) {
            throw Problem.invalid("sender", "problem.gateway.sender");
        }
        if (told.perMinute() < 1 || told.perMinute() > MOST_PER_MINUTE) {
            throw Problem.invalid("perMinute", "problem.gateway.perMinute");
        }
        URI url = url("url", told.url(), "problem.gateway.url");
        if (!gateway.takes(url)) {
            throw Problem.invalid("url", "problem.gateway.https");
        }
        return new GatewaySettings(
                url.toString(),
                sender,
                url("publicUrl", told.publicUrl(), "problem.mail.url")
                        .toString()
                        .replaceAll("/+$", ""),
                told.perMinute(),
                told.reportsSigned());
    }

    private static URI url(String field, String told, String problem) {
        try {
            URI url = URI.create(told.strip());
            if (url.getHost() != null
                    && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                    && url.getFragment() == null
                    && url.getUserInfo() == null
                    && url.toASCIIString().length() <= LONGEST_URL) {
                return URI.create(url.toASCIIString());
            }
        } catch (IllegalArgumentException none) {
            // told below
        }
        throw Problem.invalid(field, problem);
    }
}
