package org.upturn.server.contacts.web;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.contacts.imports.ContactImport;
import org.upturn.server.contacts.imports.ContactImports;
import org.upturn.server.sheets.RejectedFile;
import org.upturn.server.sheets.Row;
import org.upturn.server.workspaces.Member;

/** Hands the rows that were not taken back as a file that can be mended and imported again. */
@RestController
class RejectedRows {
    private final ContactImports imports;

    RejectedRows(ContactImports imports) {
        this.imports = imports;
    }

    @GetMapping({"/imports/{id}/rejected.csv", "/api/v1/imports/{id}/rejected.csv"})
    ResponseEntity<byte[]> download(Member member, @PathVariable UUID id) {
        ContactImport known = imports.find(member.workspace(), id);
        var bytes = new ByteArrayOutputStream();
        var columns = known.mapping().stream().map(ContactImport.Mapped::column).toList();
        try (var file = RejectedFile.create(
                new OutputStreamWriter(bytes, StandardCharsets.UTF_8),
                imports.separator(member.workspace(), id),
                columns)) {
            imports.rejected(member.workspace(), id, Integer.MAX_VALUE)
                    .forEach(one -> file.add(new Row(one.row(), one.row(), one.cells()), one.reason()));
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected.csv\"")
                .body(bytes.toByteArray());
    }
}
