package org.upturn.server.workspaces.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

/** Who may do what. Every handler of the server is asked for here; one that is new fails until somebody decides. */
@UpturnTest
class RoleTests {
    /** What anybody may ask for: the link, or the form itself, is the authority. */
    private static final Set<String> OPEN = Set.of(
            "GET /a/{token}",
            "GET /a/test/{token}",
            "GET /a/test/{token}/terms",
            "GET /a/test/{token}/unsubscribe",
            "POST /a/test/{token}/unsubscribe",
            "POST /a/{token}",
            "POST /a/{token}/draft",
            "GET /a/{token}/terms",
            "GET /a/{token}/unsubscribe",
            "POST /a/{token}/unsubscribe",
            "POST /a/{token}/resubscription",
            "POST /hooks/mail/{token}",
            "POST /hooks/messages/{token}",
            "GET /o/{key}",
            "POST /o/{key}",
            "GET /k/{key}",
            "GET /k/{key}/worker.js",
            "POST /k/{key}/answers",
            "GET /w/{key}.js",
            "POST /w/{key}/visitors",
            "POST /w/{key}/answers",
            "GET /c/{token}",
            "POST /c/{token}",
            "POST /c/{token}/opening",
            "GET /t/{token}",
            "POST /t/{token}",
            "GET /p/{token}",
            "POST /p/{token}",
            "POST /p/{token}/withdrawal",
            "GET /r/{code}",
            "POST /r/{code}",
            "GET /health",
            "GET /robots.txt",
            "GET /sign-in",
            "POST /sign-in",
            "GET /welcome",
            "POST /welcome",
            "GET /api/v1/openapi.json");

    private static final Set<String> OWNER = Set.of(
            "GET /settings",
            "GET /settings/gateway",
            "GET /settings/audit-log",
            "GET /settings/audit-log.csv",
            "GET /api/v1/audit-log",
            "GET /settings/actions",
            "POST /settings/actions",
            "POST /settings/actions/standard",
            "POST /settings/actions/currency",
            "POST /settings/actions/{action}",
            "POST /settings/actions/{action}/removal",
            "POST /api/v1/settings/actions",
            "PUT /api/v1/settings/actions/{action}",
            "DELETE /api/v1/settings/actions/{action}",
            "PUT /api/v1/settings/currency",
            "POST /settings/gateway",
            "POST /settings/gateway/test",
            "POST /settings/gateway/hook",
            "GET /api/v1/settings/gateway",
            "PUT /api/v1/settings/gateway",
            "POST /api/v1/settings/gateway/test",
            "POST /api/v1/settings/gateway/hook",
            "GET /settings/alerts",
            "POST /settings/alerts",
            "POST /settings/alerts/language",
            "POST /settings/alerts/{channel}/test",
            "POST /settings/alerts/{channel}/removal",
            "GET /api/v1/settings/alert-channels",
            "GET /api/v1/settings/alert-channels/language",
            "PUT /api/v1/settings/alert-channels/language",
            "POST /api/v1/settings/alert-channels",
            "POST /api/v1/settings/alert-channels/{channel}/test",
            "DELETE /api/v1/settings/alert-channels/{channel}",
            "GET /settings/mail",
            "POST /settings/mail",
            "POST /settings/mail/test",
            "POST /settings/mail/key",
            "POST /settings/mail/mailbox",
            "POST /settings/mail/hook",
            "GET /api/v1/settings/mail",
            "PUT /api/v1/settings/mail",
            "POST /api/v1/settings/mail/test",
            "POST /api/v1/settings/mail/key",
            "PUT /api/v1/settings/mail/mailbox",
            "DELETE /api/v1/settings/mail/mailbox",
            "POST /api/v1/settings/mail/hook",
            "POST /members",
            "POST /api-keys",
            "POST /api-keys/{id}/revocation",
            "GET /api/v1/api-keys",
            "POST /api/v1/api-keys",
            "DELETE /api/v1/api-keys/{id}",
            "POST /api/v1/team",
            "GET /api/v1/team/{id}",
            "PATCH /api/v1/team/{id}",
            "DELETE /api/v1/team/{id}",
            "POST /api/v1/team/{id}/handover",
            "POST /api/v1/team/{id}/return",
            "GET /settings/team/{id}",
            "POST /settings/team/{id}",
            "POST /settings/team/{id}/handover",
            "POST /settings/team/{id}/password",
            "POST /settings/team/{id}/leaving",
            "POST /settings/team/{id}/return");

    private static final Set<String> MANAGER = Set.of(
            "POST /programs/{program}/tracks",
            "POST /programs/{program}/greetings",
            "PUT /api/v1/programs/{program}/greetings",
            "PUT /api/v1/programs/{program}/tracks",
            "POST /programs/{program}/collectors",
            "POST /collectors/{collector}",
            "POST /collectors/{collector}/key",
            "POST /collectors/{collector}/secret",
            "POST /collectors/{collector}/closure",
            "POST /collectors/{collector}/reopening",
            "POST /api/v1/programs/{program}/collectors",
            "PUT /api/v1/collectors/{collector}",
            "POST /api/v1/collectors/{collector}/key",
            "POST /api/v1/collectors/{collector}/secret",
            "PUT /api/v1/collectors/{collector}/closure",
            "DELETE /api/v1/collectors/{collector}/closure",
            "POST /programs",
            "POST /programs/{program}/waves",
            "POST /programs/{id}/letter-texts",
            "PUT /api/v1/programs/{program}/letter-texts/{language}",
            "DELETE /api/v1/programs/{program}/letter-texts/{language}",
            "POST /programs/{program}/corrections",
            "POST /waves/{id}/corrections",
            "POST /api/v1/programs/{program}/waves/{wave}/corrections",
            "PUT /api/v1/programs/{program}/correction-rules/{rule}",
            "DELETE /api/v1/programs/{program}/correction-rules/{rule}",
            "POST /programs/{program}/survey/draft",
            "POST /programs/{program}/survey/draft/kept",
            "POST /waves/{id}/settings",
            "POST /waves/{id}/closure",
            "POST /api/v1/programs/{program}/survey/versions",
            "PUT /api/v1/programs/{program}/survey/draft",
            "DELETE /api/v1/programs/{program}/survey/draft",
            "PUT /api/v1/programs/{program}/waves/{wave}",
            "POST /programs/{id}/routing",
            "POST /programs/{id}/routing/rules/{place}",
            "POST /programs/{id}/routing/rules/{place}/removal",
            "POST /programs/{id}/routing/rules/{place}/up",
            "POST /programs/{id}/routing/usual",
            "POST /programs/{id}/routing/undo",
            "POST /programs/{id}/routing/versions/{version}",
            "POST /programs/{id}/routing/live",
            "POST /programs/{id}/routing/discard",
            "PUT /api/v1/programs/{program}/routing/rules/draft",
            "DELETE /api/v1/programs/{program}/routing/rules/draft",
            "POST /api/v1/programs/{program}/routing/rules/activation",
            "POST /programs/{program}/changes",
            "POST /programs/{program}/codebook/activation",
            "POST /programs/{program}/codebook/activation/pause",
            "POST /programs/{program}/codebook/activation/resumption",
            "POST /programs/{program}/codebook/activation/withdrawal",
            "POST /programs/{program}/codebook/draft/discard",
            "POST /programs/{program}/codebook/draft/import",
            "POST /programs/{program}/codebook/draft/merge",
            "POST /programs/{program}/codebook/draft/place",
            "POST /programs/{program}/codebook/draft/removal",
            "POST /programs/{program}/codebook/draft/return",
            "POST /programs/{program}/codebook/draft/split",
            "POST /programs/{program}/codebook/draft/themes",
            "POST /programs/{program}/discovery",
            "POST /programs/{program}/discovery/groups/{group}/dismissal",
            "POST /programs/{program}/discovery/groups/{group}/return",
            "POST /programs/{program}/discovery/groups/{group}/theme",
            "GET /waves/{id}/links.csv",
            "GET /contacts.csv",
            "POST /waves/{id}/invitations",
            "POST /waves/{id}/mailings",
            "POST /programs/{program}/cadences",
            "POST /programs/{program}/cadences/{id}",
            "POST /programs/{program}/cadences/{id}/pause",
            "POST /programs/{program}/cadences/{id}/resumption",
            "POST /programs/{program}/cadences/{id}/removal",
            "POST /api/v1/programs/{program}/cadences",
            "PUT /api/v1/programs/{program}/cadences/{cadence}",
            "DELETE /api/v1/programs/{program}/cadences/{cadence}",
            "PUT /api/v1/programs/{program}/cadences/{cadence}/pause",
            "DELETE /api/v1/programs/{program}/cadences/{cadence}/pause",
            "POST /api/v1/events",
            "POST /waves/{id}/mailings/{mailing}/pause",
            "POST /waves/{id}/mailings/{mailing}/resumption",
            "POST /waves/{id}/mailings/{mailing}/unknown",
            "POST /programs/{program}/mails",
            "POST /suppressions",
            "POST /suppressions/search",
            "POST /suppressions/{suppression}/lift",
            "POST /api/v1/programs/{program}/waves/{wave}/mailings",
            "PUT /api/v1/programs/{program}/waves/{wave}/mailings/{mailing}/pause",
            "DELETE /api/v1/programs/{program}/waves/{wave}/mailings/{mailing}/pause",
            "PUT /api/v1/programs/{program}/mails",
            "POST /programs/{program}/texts",
            "PUT /api/v1/programs/{program}/texts",
            "POST /api/v1/suppressions",
            "DELETE /api/v1/suppressions/{suppression}",
            "POST /history",
            "POST /history/{id}/check",
            "POST /history/{id}/start",
            "POST /history/{id}/pause",
            "POST /history/{id}/resumption",
            "POST /history/{id}/cancellation",
            "POST /history/{id}/undoing",
            "POST /api/v1/past-imports",
            "POST /api/v1/past-imports/{id}/check",
            "POST /api/v1/past-imports/{id}/start",
            "POST /api/v1/past-imports/{id}/pause",
            "POST /api/v1/past-imports/{id}/resumption",
            "POST /api/v1/past-imports/{id}/cancellation",
            "POST /api/v1/past-imports/{id}/undoing",
            "POST /imports",
            "POST /imports/{id}/start",
            "POST /imports/{id}/check",
            "POST /imports/{id}/sheet",
            "POST /imports/{id}/undoing",
            "POST /contacts",
            "POST /contacts/{id}/deletion",
            "POST /contacts/{id}/duplicate",
            "POST /attributes",
            "POST /attributes/{id}",
            "POST /attributes/{id}/removal",
            "POST /attributes/region",
            "POST /accounts",
            "POST /accounts/{id}",
            "POST /accounts/{id}/removal",
            "POST /segments",
            "POST /segments/{id}",
            "POST /segments/{id}/removal",
            "POST /duplicates",
            "POST /duplicates/{id}/dismissal",
            "POST /duplicates/{id}/return",
            "POST /duplicates/{id}/merge",
            "POST /merges/{id}/split",
            "DELETE /api/v1/contacts/{id}",
            "POST /api/v1/attributes",
            "PUT /api/v1/attributes/{id}",
            "DELETE /api/v1/attributes/{id}",
            "POST /api/v1/accounts",
            "PUT /api/v1/accounts/{id}",
            "DELETE /api/v1/accounts/{id}",
            "POST /api/v1/segments",
            "PUT /api/v1/segments/{id}",
            "DELETE /api/v1/segments/{id}",
            "POST /api/v1/duplicates",
            "PUT /api/v1/duplicates/{id}/dismissal",
            "DELETE /api/v1/duplicates/{id}/dismissal",
            "POST /api/v1/merges",
            "DELETE /api/v1/merges/{id}",
            "POST /api/v1/imports/check",
            "POST /api/v1/imports/{id}/undoing",
            "POST /api/v1/programs",
            "POST /api/v1/programs/{program}/waves",
            "POST /api/v1/programs/{program}/changes",
            "POST /api/v1/contacts",
            "POST /api/v1/invitations",
            "POST /api/v1/imports",
            "PUT /api/v1/programs/{program}/codebook/draft",
            "DELETE /api/v1/programs/{program}/codebook/draft",
            "POST /api/v1/programs/{program}/codebook/activation",
            "DELETE /api/v1/programs/{program}/codebook/activation",
            "PUT /api/v1/programs/{program}/codebook/activation/pause",
            "DELETE /api/v1/programs/{program}/codebook/activation/pause",
            "POST /api/v1/programs/{program}/discovery",
            "POST /api/v1/programs/{program}/discovery/groups/{group}/theme",
            "PUT /api/v1/programs/{program}/discovery/groups/{group}/dismissal",
            "DELETE /api/v1/programs/{program}/discovery/groups/{group}/dismissal",
            "PUT /api/v1/programs/{program}/routing",
            "POST /api/v1/programs/{program}/waves/{wave}/invitations");

    private static final Set<String> RESPONDER = Set.of(
            "POST /cases/{id}/actions",
            "POST /cases/{id}/actions/{action}/decision",
            "POST /cases/{id}/actions/{action}/undoing",
            "POST /api/v1/cases/{id}/actions",
            "POST /api/v1/cases/{id}/actions/{action}/decision",
            "POST /api/v1/cases/{id}/actions/{action}/undoing",
            "POST /programs/{program}/passives/{contact}",
            "PUT /api/v1/programs/{program}/passives/{contact}/owner",
            "POST /api/v1/programs/{program}/passives/{contact}/touchpoints",
            "POST /programs/{program}/promoters/thanks",
            "POST /programs/{program}/referrals",
            "POST /api/v1/programs/{program}/referrals",
            "POST /responses/{response}/thanks",
            "POST /api/v1/responses/{response}/thanks",
            "POST /cases/{id}/assignment",
            "POST /cases/assignments",
            "POST /cases/assignments/undo",
            "POST /duty/leave",
            "POST /duty/leave/{id}/removal",
            "POST /duty/hours",
            "POST /api/v1/cases/assignments",
            "POST /api/v1/leave",
            "PUT /api/v1/working-hours/{member}",
            "DELETE /api/v1/leave/{id}",
            "POST /replies/{reply}/handling",
            "POST /replies/{reply}/reopening",
            "PUT /api/v1/replies/{reply}/handling",
            "DELETE /api/v1/replies/{reply}/handling",
            "POST /cases/{id}/claim",
            "POST /responses/{response}/corrections",
            "POST /responses/{response}/corrections/{correction}/withdrawal",
            "POST /api/v1/responses/{response}/corrections",
            "DELETE /api/v1/responses/{response}/corrections/{correction}",
            "POST /programs/{program}/survey/comments",
            "POST /programs/{program}/survey/comments/{comment}/resolution",
            "POST /api/v1/programs/{program}/survey/comments",
            "PUT /api/v1/programs/{program}/survey/comments/{comment}/resolution",
            "POST /cases/{id}/letters",
            "POST /cases/{id}/letters/{letter}/withdrawal",
            "POST /cases/{id}/replies/{reply}/response",
            "POST /cases/{id}/question",
            "POST /cases/{id}/comments",
            "POST /cases/{id}/comments/{comment}",
            "POST /cases/{id}/comments/{comment}/deletion",
            "POST /api/v1/cases/{id}/comments",
            "PUT /api/v1/cases/{id}/comments/{comment}",
            "DELETE /api/v1/cases/{id}/comments/{comment}",
            "POST /cases/{id}/conversations",
            "POST /cases/{id}/conversations/{conversation}/notes",
            "POST /cases/{id}/conversations/{conversation}/cancellation",
            "POST /cases/{id}/conversations/{conversation}/outcome",
            "POST /api/v1/cases/{id}/letters",
            "POST /api/v1/cases/{id}/first-sentence-checks",
            "DELETE /api/v1/cases/{id}/letters/{letter}",
            "POST /api/v1/cases/{id}/replies/{reply}/response",
            "POST /api/v1/cases/{id}/question",
            "POST /api/v1/cases/{id}/conversations",
            "POST /api/v1/cases/{id}/conversations/{conversation}/notes",
            "POST /api/v1/cases/{id}/conversations/{conversation}/outcome",
            "DELETE /api/v1/cases/{id}/conversations/{conversation}",
            "POST /cases/{id}/follow-ups",
            "POST /cases/{id}/follow-ups/{followUp}/removal",
            "POST /cases/{id}/closure",
            "POST /cases/{id}/reopening",
            "POST /contacts/{id}/documents",
            "POST /contacts/{id}/details",
            "PATCH /api/v1/contacts/{id}",
            "POST /codebook/review",
            "POST /verbatims/{id}/verdicts",
            "PUT /api/v1/responses/{id}/themes/{theme}",
            "DELETE /api/v1/responses/{id}/themes/{theme}",
            "POST /api/v1/cases/{id}/assignment",
            "POST /api/v1/cases/{id}/follow-ups",
            "DELETE /api/v1/cases/{id}/follow-ups/{followUp}",
            "POST /api/v1/cases/{id}/closure",
            "DELETE /api/v1/cases/{id}/closure",
            "POST /api/v1/contacts/{contact}/documents",
            "POST /api/v1/contacts/{contact}/interactions");

    private static final Set<String> VIEWER = Set.of(
            "POST /me/password",
            "POST /sign-out",
            "POST /alerts/seen",
            "POST /alerts/preferences",
            "POST /api/v1/alerts/seen",
            "PUT /api/v1/alerts/preferences",
            "POST /searches",
            "POST /inbox-views",
            "POST /inbox-views/{id}",
            "POST /inbox-views/{id}/deletion",
            "POST /inbox-views/{id}/restoration",
            "POST /inbox-views/{id}/place",
            "POST /api/v1/inbox-views",
            "PUT /api/v1/inbox-views/{id}",
            "DELETE /api/v1/inbox-views/{id}",
            "PUT /api/v1/inbox-views/{id}/first",
            "DELETE /api/v1/inbox-views/{id}/first",
            "POST /searches/{id}/deletion",
            "POST /api/v1/searches",
            "DELETE /api/v1/searches/{id}");

    @Autowired
    Doors doors;

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private record Credential(Role role, String session, String key) {}

    @Test
    void everyHandlerThatChangesSomethingHasItsLeastRoleWrittenDown() {
        var changing = new TreeSet<>(
                handlers().stream().filter(one -> !one.startsWith("GET ")).toList());
        var decided = new TreeSet<String>();
        List.of(OWNER, MANAGER, RESPONDER, VIEWER, OPEN).forEach(decided::addAll);
        decided.removeIf(one -> one.startsWith("GET "));

        assertThat(changing)
                .as(
                        "A handler that changes something needs a least role: write it into this test and into SecurityConfiguration")
                .isEqualTo(decided);
    }

    @Test
    void everyHandlerRefusesTheRolesBelowItsOwnAndLetsTheOthersIn() {
        Acme acme = doors.acme();
        Map<Role, Credential> credentials = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Member member = role == Role.OWNER ? acme.olga : acme.member(role.word(), role);
            credentials.put(
                    role,
                    new Credential(
                            role,
                            doors.signIn.openFor(member),
                            doors.workspaces.addApiKey(member, "k").secret()));
        }
        var wrong = new ArrayList<String>();
        for (String handler : handlers()) {
            if (!OPEN.contains(handler) && !handler.equals("POST /sign-out")) {
                credentials.values().forEach(one -> check(handler, one, wrong));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyIsSentToSignInOnPagesAndToldToBringAKeyInTheApi() {
        var wrong = new ArrayList<String>();
        for (String handler : handlers()) {
            if (OPEN.contains(handler)) {
                continue;
            }
            MockHttpServletResponse response = send(handler, null);
            boolean api = handler.contains(" /api/");
            boolean refused = api
                    ? response.getStatus() == 401
                    : response.getStatus() == 302 && response.getRedirectedUrl().matches("/sign-in(\\?to=%2F.*)?");
            if (!refused) {
                wrong.add(handler + ": " + response.getStatus());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void check(String handler, Credential who, List<String> wrong) {
        int status = send(handler, who).getStatus();
        boolean may = who.role().compareTo(least(handler)) >= 0;
        if (may == (status == 403) || status == 401 || status >= 500) {
            wrong.add(handler + " as " + who.role() + " answered " + status);
        }
    }

    private static Role least(String handler) {
        if (OWNER.contains(handler)) {
            return Role.OWNER;
        }
        if (MANAGER.contains(handler)) {
            return Role.MANAGER;
        }
        return RESPONDER.contains(handler) ? Role.RESPONDER : Role.VIEWER;
    }

    private MockHttpServletResponse send(String handler, @Nullable Credential who) {
        String[] parts = handler.split(" ", 2);
        String path = parts[1].replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        var request = request(HttpMethod.valueOf(parts[0]), path).with(csrf());
        if (who != null && path.startsWith("/api/")) {
            request.header("Authorization", "Bearer " + who.key());
        } else if (who != null) {
            request.cookie(new Cookie("upturn_session", who.session()));
        }
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception failure) {
            throw new AssertionError(handler, failure);
        }
    }

    /** Every handler of ours as "METHOD /pattern". */
    private Set<String> handlers() {
        var all = new TreeSet<String>();
        handlers.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("org.upturn")) {
                info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> info.getPatternValues().forEach(pattern -> all.add(verb + " " + pattern)));
            }
        });
        assertThat(all).hasSizeGreaterThan(50);
        return all;
    }
}
