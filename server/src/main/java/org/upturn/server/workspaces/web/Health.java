package org.upturn.server.workspaces.web;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers machines: whether the program and its database work, and that nothing is to be indexed. */
@RestController
class Health {
    private final JdbcClient jdbc;

    Health(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/health")
    Map<String, String> health() {
        jdbc.sql("select 1").query(Integer.class).single();
        return Map.of("status", "ok");
    }

    /** Nothing here is for search engines: personal links least of all. */
    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots() {
        return "User-agent: *\nDisallow: /\n";
    }
}
