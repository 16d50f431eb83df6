package org.upturn.server.workspaces.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Browser;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.SignIn;
import org.upturn.server.workspaces.Workspaces;

@UpturnTest
class SignInTests {
    @Autowired
    Doors doors;

    @Autowired
    MockMvc mvc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aFormOfATabThatWasOpenedEarlierIsTaken() {
        Acme acme = doors.acme();
        var browser = acme.browser();
        String earlier =
                browser.get("/programs/new").body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        browser.get("/contacts").expect(200);
        browser.get("/imports").expect(200);

        var form = Map.of("name", "Second tab", "starter", "company", "_csrf", earlier);
        browser.postBare("/programs", form).expect(303);
    }

    @Test
    void theRightPasswordLetsOneInAndTheSessionCookieIsOutOfReachOfScripts() {
        Acme acme = doors.acme();
        Browser browser = doors.browser();

        Reply reply = browser.post(
                        "/sign-in", Map.of("email", acme.olga.email().toUpperCase(), "password", Acme.PASSWORD))
                .expect(303);

        assertThat(reply.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("upturn_session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        browser.get("/contacts").expect(200);
    }

    @Test
    void whoHadToSignInComesToWhatTheyAskedForAndNowhereElse() throws Exception {
        Acme acme = doors.acme();
        String asked = "/cases?status=closed&mine=true";
        assertThat(send(get(asked)).getRedirectedUrl())
                .isEqualTo("/sign-in?to=%2Fcases%3Fstatus%3Dclosed%26mine%3Dtrue");
        assertThat(doors.browser().get("/sign-in?to=%2Fcases%2F1%2Fclaim").body())
                .contains("name=\"to\" value=\"/cases/1/claim\"");
        assertThat(whereTo(acme, asked)).isEqualTo(asked);
        for (String foreign : new String[] {
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "\\\\evil.example",
            "javascript:alert(1)",
            "/a\r\nSet-Cookie: a=b",
            ""
        }) {
            assertThat(whereTo(acme, foreign)).as(foreign).isEqualTo("/");
        }
    }

    private String whereTo(Acme acme, String to) {
        return doors.browser()
                .post("/sign-in", Map.of("email", acme.olga.email(), "password", Acme.PASSWORD, "to", to))
                .expect(303)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]*", "");
    }

    @Test
    void behindTlsTheCookieIsSecure() throws Exception {
        Acme acme = doors.acme();

        MockHttpServletResponse response = mvc.perform(post("/sign-in")
                        .secure(true)
                        .with(csrf())
                        .param("email", acme.olga.email())
                        .param("password", Acme.PASSWORD))
                .andReturn()
                .getResponse();

        assertThat(response.getHeaders("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("upturn_session=") && cookie.contains("Secure"));
    }

    @Test
    void wrongPasswordAndUnknownAddressLookTheSame() {
        Acme acme = doors.acme();
        Browser browser = doors.browser();

        Reply wrong = browser.post("/sign-in", Map.of("email", acme.olga.email(), "password", "wrong"))
                .expect(422);
        Reply unknown = browser.post("/sign-in", Map.of("email", Acme.email("nobody"), "password", "wrong"))
                .expect(422);

        assertThat(plain(wrong)).isEqualTo(plain(unknown));
        assertThat(browser.cookies()).doesNotContainKey("upturn_session");
    }

    @Test
    void tenFailuresPauseTheAddressForAQuarterOfAnHour() {
        Acme acme = doors.acme();
        Instant start = Instant.now();
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(start.plusSeconds(i), acme, "wrong")).isEqualTo(422);
        }

        assertThat(signIn(start.plusSeconds(20), acme, Acme.PASSWORD)).isEqualTo(429);
        assertThat(signIn(start.plus(Duration.ofMinutes(16)), acme, Acme.PASSWORD))
                .isEqualTo(303);
    }

    @Test
    void aSessionEndsWithSigningOutAndAfterTwoWeeks() {
        Acme acme = doors.acme();
        String session = doors.signIn.openFor(acme.olga);
        Browser browser = doors.browser().with(session);
        browser.post("/sign-out", Map.of()).expect(303);
        assertThat(doors.signIn.findBySession(session)).isEmpty();

        String other = doors.signIn.openFor(acme.olga);
        Moment.at(
                Instant.now().plus(SignIn.SESSION).plusSeconds(1),
                () -> assertThat(doors.signIn.findBySession(other)).isEmpty());
        assertThat(doors.signIn.findBySession(other)).isPresent();
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Acme acme = doors.acme();

        acme.browser()
                .postBare("/programs", Map.of("name", "Forged", "starter", "company"))
                .expect(403);
        doors.browser()
                .postBare("/sign-in", Map.of("email", acme.olga.email(), "password", Acme.PASSWORD))
                .expect(403);

        assertThat(doors.surveys.programs(acme.workspace())).hasSize(1);
    }

    /** The first run needs an installation without any workspace: made in a transaction that is taken back. */
    @Test
    void theFirstRunPageWorksOnceOnly() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            doors.jdbc.sql("truncate workspace cascade").update();
            assertThat(send(get("/sign-in")).getRedirectedUrl()).isEqualTo("/welcome");
            assertThat(send(get("/welcome")).getStatus()).isEqualTo(200);
            assertThat(send(welcome(Acme.PASSWORD)).getStatus()).isEqualTo(303);

            assertThat(send(welcome(Acme.PASSWORD)).getStatus()).isEqualTo(409);
            assertThat(send(get("/welcome")).getRedirectedUrl()).isEqualTo("/sign-in");
            status.setRollbackOnly();
        });
        doors.browser()
                .post(
                        "/welcome",
                        Map.of(
                                "workspace",
                                "Mine",
                                "timeZone",
                                "UTC",
                                "name",
                                "Eve",
                                "email",
                                Acme.email("eve"),
                                "password",
                                Acme.PASSWORD))
                .expect(409);
    }

    @Test
    void aPasswordTooShortIsSaidOnTheFirstRunPageItself() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            doors.jdbc.sql("truncate workspace cascade").update();
            assertThat(send(welcome("short")).getStatus()).isEqualTo(422);
            status.setRollbackOnly();
        });
    }

    @Test
    void anApiKeyIsKeptAsAHashOnlyAndEndsWithItsRevocation() throws Exception {
        Acme acme = doors.acme();
        Workspaces.NewApiKey key = doors.workspaces.addApiKey(acme.olga, "Zapier");
        doors.api(key.secret()).get("/api/v1/contacts").expect(200);

        assertThat(doors.jdbc
                        .sql("select key_hash from api_key where workspace_id = :workspace")
                        .param("workspace", acme.workspace().value())
                        .query((row, n) -> row.getBytes(1))
                        .single())
                .isEqualTo(
                        MessageDigest.getInstance("SHA-256").digest(key.secret().getBytes(StandardCharsets.UTF_8)));
        assertThat(acme.browser().get("/settings").body())
                .doesNotContain(key.secret())
                .contains(key.key().hint());

        acme.browser()
                .post("/api-keys/" + key.key().id() + "/revocation", Map.of())
                .expect(303);
        Reply refused = doors.api(key.secret()).get("/api/v1/contacts").expect(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(refused.json().get("code").asString()).isEqualTo("not-signed-in");
    }

    @Test
    void aSessionIsNoKeyAndAKeyIsNoSession() {
        Acme acme = doors.acme();
        String key = doors.workspaces.addApiKey(acme.olga, "k").secret();

        doors.api(key).get("/contacts").expect(302);
        doors.browser()
                .with(doors.signIn.openFor(acme.olga))
                .get("/api/v1/contacts")
                .expect(401);
    }

    @Test
    void everyPageForbidsWhatItDoesNotNeed() {
        Acme acme = doors.acme();
        for (Reply page : new Reply[] {
            acme.browser().get("/contacts"),
            doors.anybody().get("/sign-in"),
            doors.anybody().get("/a/unknown"),
            acme.api().get("/api/v1/contacts"),
            acme.browser().get("/cases/none")
        }) {
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(page.header("Permissions-Policy")).contains("camera=()");
        }
    }

    @Test
    void whatScriptPutsIntoNamesShowsAsText() {
        Acme acme = doors.acme();
        String script = "<script>alert(1)</script>";
        var wave = acme.wave("Q4" + script);
        var contact = acme.contact("Mallory" + script);
        var answer = acme.answer(wave, contact, 2, script + "\" onmouseover=\"alert(2) support is slow");
        acme.member("Nadia" + script, Role.VIEWER);
        doors.jdbc
                .sql("update theme set name = name || :script where workspace_id = :workspace")
                .param("script", script)
                .param("workspace", acme.workspace().value())
                .update();
        acme.awaitReadings();
        Browser browser = acme.browser();

        for (String path : new String[] {
            "/",
            "/contacts?search=" + "%3Cscript%3E",
            "/cases",
            "/cases/" + acme.caseOf(answer).id().value(),
            "/contacts/" + contact.id().value(),
            "/waves",
            "/waves/" + wave.id().value(),
            "/themes",
            "/changes",
            "/settings"
        }) {
            assertThat(browser.get(path).expect(200).body())
                    .as(path)
                    .doesNotContain("<script>a")
                    .doesNotContainPattern("=\"[^\">]*\" onmouseover");
        }
        assertThat(browser.get("/cases").body()).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    private int signIn(Instant time, Acme acme, String password) {
        var status = new int[1];
        Moment.at(
                time,
                () -> status[0] = send(post("/sign-in")
                                .with(csrf())
                                .param("email", acme.olga.email())
                                .param("password", password))
                        .getStatus());
        return status[0];
    }

    private static MockHttpServletRequestBuilder welcome(String password) {
        return post("/welcome")
                .with(csrf())
                .param("workspace", "Acme")
                .param("timeZone", "Europe/Berlin")
                .param("name", "Olga")
                .param("email", "olga@acme.example.org")
                .param("password", password);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static String plain(Reply reply) {
        return reply.body().replaceAll("(name=\"_csrf\"|name=\"email\"[^>]*) value=\"[^\"]*\"", "");
    }
}
