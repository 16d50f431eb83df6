package org.upturn.server.workspaces;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.upturn.server.sheets.CsvFile;

/** Hands a table out as a file, written row by row, and records who took it: what left the house is looked for first. */
@Component
public class Downloads {
    private final AuditLog audit;

    Downloads(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * @param name of the table, for example {@code cases}: the file's name without its ending, and the last word of what is
     *     recorded
     * @param about the id of what it is a table of; null when that is there once
     * @param head the columns
     * @param rows adds all of it
     */
    public ResponseEntity<StreamingResponseBody> csv(
            Member by, String name, @Nullable UUID about, List<String> head, Consumer<CsvFile> rows) {
        audit.record(by, "csv." + name, about);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .body(out -> {
                    try (var file = new CsvFile(new OutputStreamWriter(out, StandardCharsets.UTF_8), head)) {
                        rows.accept(file);
                    }
                });
    }
}
