package org.upturn.server.channels.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Writes a page that anybody may open and nobody keeps. */
final class Html {
    private Html() {}

    static ResponseEntity<byte[]> page(HttpStatus status, JteModel model) {
        return builder(status).body(bytes(model));
    }

    static ResponseEntity.BodyBuilder builder(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex");
    }

    static byte[] bytes(JteModel model) {
        var bytes = new Utf8ByteOutput();
        model.render(bytes);
        return bytes.toByteArray();
    }
}
