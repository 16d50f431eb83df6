package org.upturn.server.history.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.history.PastImport;
import org.upturn.server.history.PastImports;
import org.upturn.server.sheets.RejectedFile;
import org.upturn.server.sheets.Row;
import org.upturn.server.workspaces.Member;

/** Hands the rows that were not taken back as a file that can be mended and imported again, however many. */
@RestController
class PastRejectedRows {
    private static final int BATCH = 1_000;

    private final PastImports imports;

    PastRejectedRows(PastImports imports) {
        this.imports = imports;
    }

    @GetMapping({"/history/{id}/rejected.csv", "/api/v1/past-imports/{id}/rejected.csv"})
    void download(Member member, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        PastImport known = imports.find(member.workspace(), id);
        var columns = known.mapping().stream().map(PastImport.Mapped::column).toList();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected.csv\"");
        try (var file = RejectedFile.create(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8),
                imports.separator(member.workspace(), id),
                columns)) {
            List<PastImport.Rejected> some = imports.rejected(member.workspace(), id, 0, BATCH);
            while (!some.isEmpty()) {
                some.forEach(one -> file.add(new Row(one.row(), one.row(), one.cells()), one.reason()));
                some = imports.rejected(member.workspace(), id, some.getLast().row(), BATCH);
            }
        }
    }
}
