package org.upturn.server.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Opens browser windows for a test and closes them after it. A test fails when any page of it wrote an error to the
 * console, broke the content policy, or showed a dialog.
 */
final class Windows implements BeforeEachCallback, AfterEachCallback {
    static final int DESKTOP = 1280;
    static final int PHONE = 360;

    private final List<BrowserContext> opened = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;

    @Override
    public void beforeEach(ExtensionContext test) {
        chromium = test.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .computeIfAbsent(Chromium.class, absent -> new Chromium(), Chromium.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        opened.forEach(BrowserContext::close);
        Assertions.assertThat(complaints)
                .as("what the browser complained about")
                .isEmpty();
    }

    /** A window of a desktop where nobody is signed in. */
    Page desktop(String url) {
        return open(url, DESKTOP, options -> {});
    }

    /** A window of a desktop with this session. */
    Page desktop(String url, String session) {
        return signedIn(desktop(url), url, session);
    }

    Page phone(String url) {
        return open(url, PHONE, options -> {});
    }

    /** A window of a phone with this session. */
    Page phone(String url, String session) {
        return signedIn(phone(url), url, session);
    }

    Page withoutJavaScript(String url, int width) {
        return open(url, width, options -> options.setJavaScriptEnabled(false));
    }

    static Page signedIn(Page page, String url, String session) {
        page.context().addCookies(List.of(new Cookie("upturn_session", session).setUrl(url)));
        return page;
    }

    private Page open(String url, int width, java.util.function.Consumer<Browser.NewContextOptions> more) {
        var options = new Browser.NewContextOptions()
                .setBaseURL(url)
                .setViewportSize(width, 800)
                .setReducedMotion(ReducedMotion.REDUCE);
        more.accept(options);
        BrowserContext context = chromium.browser().newContext(options);
        opened.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        page.onDialog(dialog -> {
            complaints.add(page.url() + " showed: " + dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    /** Chromium reports pages of status 404 or 422 themselves as errors; they are what a test asked for. */
    private void listen(ConsoleMessage message) {
        boolean pageItself = message.text().startsWith("Failed to load resource")
                && !message.location().contains("/assets/");
        if (message.type().equals("error") && !pageItself) {
            complaints.add(message.location() + " " + message.text());
        }
    }
}
