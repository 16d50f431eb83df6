package org.upturn.server.invitations.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.invitations.mail.Colours;
import org.upturn.server.invitations.mail.DkimRecord;
import org.upturn.server.invitations.mail.MailServer;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.Pace;
import org.upturn.server.invitations.mail.Sender;
import org.upturn.server.invitations.mail.Tls;
import org.upturn.server.workspaces.Member;

/** How this workspace writes to people, for programs. Passwords go in and never out. */
@RestController
@RequestMapping("/api/v1/settings/mail")
class MailSettingsApi {
    private final MailSetup setup;
    private final MailPreview preview;

    MailSettingsApi(MailSetup setup, MailPreview preview) {
        this.setup = setup;
        this.preview = preview;
    }

    /** A mail server; a password left out keeps the one there is. */
    record ServerItem(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String tls,
            @Nullable String user,
            @Nullable String password) {
        static @Nullable ServerItem of(@Nullable MailServer server) {
            return server == null
                    ? null
                    : new ServerItem(server.host(), server.port(), server.tls().word(), server.user(), null);
        }

        MailServer server() {
            return new MailServer(text(host), port == null ? 0 : port, Tls.of(text(tls)), user);
        }
    }

    record SenderItem(
            @Nullable String name,
            @Nullable String address,
            @Nullable String replyTo,
            @Nullable String returnPath,
            @Nullable String imprint) {
        static SenderItem of(Sender sender) {
            return new SenderItem(
                    sender.name(), sender.address(), sender.replyTo(), sender.returnPath(), sender.imprint());
        }

        Sender sender() {
            return new Sender(text(name), text(address), replyTo, returnPath, text(imprint));
        }
    }

    /** What can be set at once. */
    record NewSettings(
            @Nullable ServerItem server,
            @Nullable SenderItem sender,
            @Nullable String publicUrl,
            @Nullable String colour,
            @Nullable Integer perMinute,
            @Nullable Integer quietDays) {
        MailSettings settings() {
            return new MailSettings(
                    (server == null ? new ServerItem(null, null, "", null, null) : server).server(),
                    (sender == null ? new SenderItem(null, null, null, null, null) : sender).sender(),
                    text(publicUrl),
                    colour == null ? Colours.STANDARD : colour,
                    new Pace(
                            perMinute == null ? Pace.STANDARD.perMinute() : perMinute,
                            quietDays == null ? Pace.STANDARD.quietDays() : quietDays),
                    null,
                    null);
        }
    }

    /** The record that stands in the DNS. */
    record KeyItem(String domain, String selector, String recordName, String recordText) {
        static @Nullable KeyItem of(@Nullable DkimRecord record) {
            return record == null
                    ? null
                    : new KeyItem(record.domain(), record.selector(), record.name(), record.text());
        }
    }

    record NewKey(@Nullable String domain, @Nullable String selector) {}

    /** The settings as they are; problem and mailboxProblem are what the servers said when they refused us. */
    record SettingsItem(
            @Nullable ServerItem server,
            SenderItem sender,
            String publicUrl,
            String colour,
            int perMinute,
            int quietDays,
            @Nullable ServerItem mailbox,
            @Nullable KeyItem key,
            @Nullable String problem,
            @Nullable String mailboxProblem) {}

    record HookItem(String url) {}

    @GetMapping
    SettingsItem find(Member member) {
        MailSettings settings = setup.of(member.workspace());
        var standing = setup.standing(member.workspace());
        return new SettingsItem(
                ServerItem.of(settings.server()),
                SenderItem.of(settings.sender()),
                settings.publicUrl(),
                settings.colour(),
                settings.pace().perMinute(),
                settings.pace().quietDays(),
                ServerItem.of(settings.mailbox()),
                KeyItem.of(settings.dkim()),
                standing.problem(),
                standing.mailboxProblem());
    }

    @PutMapping
    SettingsItem save(Member member, @RequestBody NewSettings told) {
        setup.save(
                member,
                told.settings(),
                told.server() == null ? null : told.server().password());
        return find(member);
    }

    /** Sends the invitation of the first program to the member whose key this is. */
    @PostMapping("/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void test(Member member) {
        setup.test(member, preview.sample(member, setup.of(member.workspace())));
    }

    @PostMapping("/key")
    @ResponseStatus(HttpStatus.CREATED)
    @Nullable
    KeyItem makeKey(Member member, @RequestBody NewKey told) {
        return KeyItem.of(setup.makeKey(member, told.domain(), told.selector()));
    }

    @PutMapping("/mailbox")
    SettingsItem saveMailbox(Member member, @RequestBody ServerItem told) {
        setup.saveMailbox(member, told.server(), told.password());
        return find(member);
    }

    @DeleteMapping("/mailbox")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeMailbox(Member member) {
        setup.saveMailbox(member, null, null);
    }

    /** A new address for reports of bounces, shown this one time; the one before is void. */
    @PostMapping("/hook")
    @ResponseStatus(HttpStatus.CREATED)
    HookItem makeHook(Member member) {
        String base =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return new HookItem(base + "/hooks/mail/" + setup.makeHook(member));
    }

    private static String text(@Nullable String told) {
        return told == null ? "" : told;
    }
}
