package org.upturn.server.journeys;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A site of somebody else on another port, with as strict a content policy as sites have. */
final class ForeignSite implements AutoCloseable {
    private final HttpServer server;

    /** @param host the only one that scripts may come from and speak to */
    ForeignSite(String host, String body) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        String policy = "default-src 'none'; script-src " + host + "; connect-src " + host
                + "; style-src 'none'; img-src 'none'; base-uri 'none'; form-action 'none';"
                + " require-trusted-types-for 'script'; trusted-types 'none'";
        byte[] page = ("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Shop</title></head><body>"
                        + "<main><h1>Shop</h1><p><a href=\"/basket\">Basket</a></p>" + body + "</main></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            boolean icon = exchange.getRequestURI().getPath().endsWith(".ico");
            exchange.sendResponseHeaders(icon ? 404 : 200, icon ? -1 : page.length);
            if (!icon) {
                exchange.getResponseBody().write(page);
            }
            exchange.close();
        });
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
