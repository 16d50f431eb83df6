package org.upturn.server.invitations.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.invitations.mail.MailServer;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.Tls;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** How this workspace writes to people; for the owner. */
@Controller
class MailSettingsPages {
    private final MailSetup setup;
    private final MailPreview preview;
    private final Workspaces workspaces;
    private final Templates templates;

    MailSettingsPages(MailSetup setup, MailPreview preview, Workspaces workspaces, Templates templates) {
        this.setup = setup;
        this.preview = preview;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    @GetMapping("/settings/mail")
    JteModel show(Page page, Member member) {
        return page(page, member, stored(member), MailNotice.NONE);
    }

    /** What was typed stays in the form when it cannot be taken. */
    @PostMapping("/settings/mail")
    Object save(Page page, Member member, @RequestParam Map<String, String> form, HttpServletResponse response) {
        MailSettings told = null;
        try {
            told = MailForms.settings(form);
            setup.save(member, told, form.get("password"));
            return Redirect.saved("/settings/mail");
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return page(page, member, told == null ? stored(member) : told, MailNotice.of(problem));
        }
    }

    @PostMapping("/settings/mail/test")
    JteModel test(Page page, Member member, HttpServletResponse response) {
        try {
            setup.test(member, preview.sample(member, setup.of(member.workspace())));
            return page(page, member, stored(member), MailNotice.done(new Message("mail.test.sent", member.email())));
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return page(page, member, stored(member), MailNotice.of(problem));
        }
    }

    @PostMapping("/settings/mail/key")
    ResponseEntity<Void> makeKey(
            Member member,
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable String selector) {
        setup.makeKey(member, domain, selector);
        return Redirect.saved("/settings/mail#signature");
    }

    @PostMapping("/settings/mail/mailbox")
    ResponseEntity<Void> saveMailbox(Member member, @RequestParam Map<String, String> form) {
        MailServer mailbox = form.getOrDefault("host", "").isBlank() ? null : MailForms.server(form);
        setup.saveMailbox(member, mailbox, form.get("password"));
        return Redirect.saved("/settings/mail#bounces");
    }

    /** The only page that ever shows the address, so it is the answer to the form itself. */
    @PostMapping("/settings/mail/hook")
    JteModel makeHook(Page page, Member member) {
        String token = setup.makeHook(member);
        return page(page, member, stored(member), MailNotice.hook(base() + "/hooks/mail/" + token));
    }

    private MailSettings stored(Member member) {
        return setup.find(member.workspace())
                .orElseGet(() ->
                        MailForms.empty(workspaces.find(member.workspace()).name(), "", base()));
    }

    private JteModel page(Page page, Member member, MailSettings settings, MailNotice notice) {
        return templates.invitationsMailSettings(
                page,
                settings,
                setup.find(member.workspace()).orElse(null),
                setup.standing(member.workspace()),
                Tls.values(),
                notice);
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
