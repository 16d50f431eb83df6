package org.upturn.server.house;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies and sends the token of the last page back with every form, like a browser without JavaScript. */
public final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Client client;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";

    /** Looks at pages of the server at this address as nobody yet. */
    public Browser(String url) {
        client = new Client(url, null);
    }

    /** Carries this session from now on. */
    public Browser with(String session) {
        cookies.put("upturn_session", session);
        return this;
    }

    public Reply get(String path) {
        return remember(client.send("GET", path, headers(), BodyPublishers.noBody()));
    }

    /** Sends a form with the token of the last page that had one; looks at a page first when there was none. */
    public Reply post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf());
        return postBare(path, all);
    }

    /** Sends a form just as given, without a token. */
    public Reply postBare(String path, Map<String, String> fields) {
        return remember(client.form(path, headers(), fields));
    }

    public Reply upload(String path, Map<String, String> fields, String fileName, byte[] content) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf());
        return remember(client.upload(path, headers(), all, fileName, content));
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    private String csrf() {
        if (csrf.isEmpty()) {
            get(cookies.containsKey("upturn_session") ? "/programs/new" : "/sign-in");
        }
        return csrf;
    }

    private Map<String, String> headers() {
        String cookie = cookies.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
        return cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie);
    }

    private Reply remember(Reply reply) {
        reply.headers().allValues("Set-Cookie").forEach(cookie -> {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        });
        Matcher token = CSRF.matcher(reply.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return reply;
    }
}
