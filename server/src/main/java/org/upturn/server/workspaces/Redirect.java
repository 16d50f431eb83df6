package org.upturn.server.workspaces;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The answer to a form that did its work: see the other page (303), so that reloading never sends it twice. */
public final class Redirect {
    private Redirect() {}

    /** To a page that says that it is saved. @param path may end in a fragment */
    public static ResponseEntity<Void> saved(String path) {
        int fragment = path.indexOf('#');
        String page = fragment < 0 ? path : path.substring(0, fragment);
        return to(page + (page.contains("?") ? "&" : "?") + "saved=1" + path.substring(page.length()));
    }

    /** To a path of ours. */
    public static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
