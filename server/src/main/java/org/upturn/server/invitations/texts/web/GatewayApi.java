package org.upturn.server.invitations.texts.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.invitations.texts.GatewaySettings;
import org.upturn.server.invitations.texts.GatewaySetup;
import org.upturn.server.workspaces.Member;

/** The gateway that text messages go to, for programs. The secret goes in and never out. */
@RestController
@RequestMapping("/api/v1/settings/gateway")
class GatewayApi {
    private final GatewaySetup setup;

    GatewayApi(GatewaySetup setup) {
        this.setup = setup;
    }

    /** @param secret left out keeps the one there is */
    record NewGateway(
            @Nullable String url,
            @Nullable String secret,
            @Nullable String sender,
            @Nullable String publicUrl,
            @Nullable Integer perMinute,
            @Nullable Boolean reportsSigned) {
        GatewaySettings settings() {
            return new GatewaySettings(
                    url == null ? "" : url,
                    sender == null ? "" : sender,
                    publicUrl == null ? "" : publicUrl,
                    perMinute == null ? GatewaySettings.STANDARD_PER_MINUTE : perMinute,
                    Boolean.TRUE.equals(reportsSigned));
        }
    }

    /** @param problem what the gateway said when it could not be used */
    record GatewayItem(
            String url,
            String sender,
            String publicUrl,
            int perMinute,
            boolean reportsSigned,
            @Nullable String problem) {}

    record NewTest(@Nullable String number) {}

    record GatewayHook(String url) {}

    @GetMapping
    GatewayItem find(Member member) {
        GatewaySettings one = setup.of(member.workspace());
        return new GatewayItem(
                one.url(),
                one.sender(),
                one.publicUrl(),
                one.perMinute(),
                one.reportsSigned(),
                setup.standing(member.workspace()).problem());
    }

    @PutMapping
    GatewayItem save(Member member, @RequestBody NewGateway told) {
        setup.save(member, told.settings(), told.secret());
        return find(member);
    }

    @PostMapping("/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void test(Member member, @RequestBody NewTest told) {
        setup.test(member, told.number());
    }

    /** A new address for reports and replies, shown this one time; the one before is void. */
    @PostMapping("/hook")
    @ResponseStatus(HttpStatus.CREATED)
    GatewayHook makeHook(Member member) {
        String base =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return new GatewayHook(base + "/hooks/messages/" + setup.makeHook(member));
    }
}
