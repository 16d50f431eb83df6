package org.upturn.server.invitations.texts.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.texts.GatewaySettings;
import org.upturn.server.invitations.texts.GatewaySetup;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** The gateway that text messages go to; for the owner. */
@Controller
class GatewayPages {
    private final GatewaySetup setup;
    private final MailSetup mail;
    private final Templates templates;

    GatewayPages(GatewaySetup setup, MailSetup mail, Templates templates) {
        this.setup = setup;
        this.mail = mail;
        this.templates = templates;
    }

    @GetMapping("/settings/gateway")
    JteModel show(Page page, Member member) {
        return page(page, member, stored(member), GatewayNotice.NONE);
    }

    /** What was typed stays in the form when it cannot be taken; the secret does not. */
    @PostMapping("/settings/gateway")
    Object save(Page page, Member member, @RequestParam Map<String, String> form, HttpServletResponse response) {
        GatewaySettings told = settings(form);
        try {
            setup.save(member, told, form.get("secret"));
            return Redirect.saved("/settings/gateway");
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return page(page, member, told, GatewayNotice.of(problem));
        }
    }

    @PostMapping("/settings/gateway/test")
    JteModel test(
            Page page,
            Member member,
            @RequestParam(required = false) @Nullable String number,
            HttpServletResponse response) {
        try {
            setup.test(member, number);
            return page(page, member, stored(member), new GatewayNotice(new Message("gateway.test.sent"), null, null));
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return page(page, member, stored(member), GatewayNotice.of(problem));
        }
    }

    /** The only page that ever shows the address, so it is the answer to the form itself. */
    @PostMapping("/settings/gateway/hook")
    JteModel makeHook(Page page, Member member) {
        String address = base() + "/hooks/messages/" + setup.makeHook(member);
        return page(page, member, stored(member), new GatewayNotice(null, null, address));
    }

    private static GatewaySettings settings(Map<String, String> form) {
        String pace = form.getOrDefault("perMinute", "").strip();
        return new GatewaySettings(
                form.getOrDefault("url", ""),
                form.getOrDefault("sender", ""),
                form.getOrDefault("publicUrl", ""),
                pace.matches("[0-9]{1,6}") ? Integer.parseInt(pace) : 0,
                form.containsKey("reportsSigned"));
    }

    private GatewaySettings stored(Member member) {
        return setup.find(member.workspace())
                .orElseGet(() -> new GatewaySettings(
                        "",
                        "",
                        mail.find(member.workspace())
                                .map(MailSettings::publicUrl)
                                .orElseGet(GatewayPages::base),
                        GatewaySettings.STANDARD_PER_MINUTE,
                        false));
    }

    private JteModel page(Page page, Member member, GatewaySettings form, GatewayNotice notice) {
        boolean made = setup.find(member.workspace()).isPresent();
        return templates.invitationsGateway(page, form, made, setup.standing(member.workspace()), notice);
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
