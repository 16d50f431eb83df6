package org.upturn.server.contacts.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.upturn.server.contacts.imports.ContactImport;
import org.upturn.server.contacts.imports.ContactImports;
import org.upturn.server.contacts.imports.ImportCheck;
import org.upturn.server.kernel.Slice;
import org.upturn.server.workspaces.Member;

/** Import of contacts by programs: send the file, then ask how far it is. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsApi {
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int MOST_REJECTIONS = 1000;

    private final ContactImports imports;

    ImportsApi(ContactImports imports) {
        this.imports = imports;
    }

    record RejectedItem(
            int row, @Nullable String column, @Nullable String value, String reason) {}

    record HintedItem(
            int row,
            String column,
            String value,
            String message,
            @Nullable String suggestion) {}

    record CheckItem(
            int rows,
            int created,
            int updated,
            int unchanged,
            int rejectedRows,
            int newAccounts,
            int hintedCells,
            List<RejectedItem> rejected,
            List<HintedItem> hints) {
        static CheckItem of(ImportCheck check) {
            return new CheckItem(
                    check.rows(),
                    check.created(),
                    check.updated(),
                    check.unchanged(),
                    check.rejected(),
                    check.newAccounts(),
                    check.hinted(),
                    check.refused().stream().map(ImportsApi::item).toList(),
                    check.hints().stream()
                            .map(one -> new HintedItem(
                                    one.row(), one.column(), one.value(), one.message(), one.suggestion()))
                            .toList());
        }
    }

    record KeptItem(UUID contact, String reason) {}

    record UndoneItem(int removed, int putBack, int kept, List<KeptItem> reasons) {
        static @Nullable UndoneItem of(ContactImport.@Nullable Undone undone) {
            return undone == null
                    ? null
                    : new UndoneItem(
                            undone.removed(),
                            undone.putBack(),
                            undone.kept(),
                            undone.reasons().stream()
                                    .map(one -> new KeptItem(one.contact(), one.reason()))
                                    .toList());
        }
    }

    record ColumnItem(String column, String becomes) {}

    record ImportItem(
            UUID id,
            String fileName,
            @Nullable String sheet,
            String state,
            @Nullable String problem,
            int rowsDone,
            @Nullable Integer rows,
            int imported,
            int created,
            int updated,
            int unchanged,
            int rejectedRows,
            List<ColumnItem> mapping,
            List<RejectedItem> rejected,
            @Nullable UndoneItem undone) {}

    /** @param mapping what each column becomes, parted by commas, in the order of the file; guessed when left out */
    @PostMapping(consumes = "multipart/form-data")
    ResponseEntity<ImportItem> create(
            Member member,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String sheet)
            throws IOException {
        String name = file.getOriginalFilename() == null ? "contacts.csv" : file.getOriginalFilename();
        return begin(member, name, file.getBytes(), mapping, sheet);
    }

    @PostMapping(consumes = {"text/csv", "application/x-ndjson", ImportsApi.WORKBOOK})
    ResponseEntity<ImportItem> create(
            Member member,
            @RequestBody(required = false) byte @Nullable [] content,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String sheet) {
        return begin(member, "contacts.csv", content == null ? new byte[0] : content, mapping, sheet);
    }

    private ResponseEntity<ImportItem> begin(
            Member member, String name, byte[] content, @Nullable String mapping, @Nullable String sheet) {
        return ResponseEntity.status(202)
                .body(item(member, imports.begin(member, name, content, becomes(mapping), sheet)));
    }

    private static @Nullable List<String> becomes(@Nullable String mapping) {
        return mapping == null
                ? null
                : Arrays.stream(mapping.split(",")).map(String::strip).toList();
    }

    /** What an import of this file would do; nothing is kept. */
    @PostMapping(path = "/check", consumes = "multipart/form-data")
    CheckItem check(
            Member member,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String sheet)
            throws IOException {
        return CheckItem.of(imports.check(member.workspace(), file.getBytes(), becomes(mapping), sheet));
    }

    @PostMapping(
            path = "/check",
            consumes = {"text/csv", "application/x-ndjson", ImportsApi.WORKBOOK})
    CheckItem check(
            Member member,
            @RequestBody(required = false) byte @Nullable [] content,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String sheet) {
        return CheckItem.of(
                imports.check(member.workspace(), content == null ? new byte[0] : content, becomes(mapping), sheet));
    }

    /** Takes back what a finished import did. */
    @PostMapping("/{id}/undoing")
    ImportItem undo(Member member, @PathVariable UUID id) {
        return item(member, imports.undo(member, id));
    }

    @GetMapping
    Slice<ImportItem> list(
            Member member,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return imports.list(member.workspace(), after, Slice.limit(limit)).map(one -> item(one, List.of()));
    }

    @GetMapping("/{id}")
    ImportItem find(Member member, @PathVariable UUID id) {
        return item(member, imports.find(member.workspace(), id));
    }

    private ImportItem item(Member member, ContactImport known) {
        return item(known, imports.rejected(member.workspace(), known.id(), MOST_REJECTIONS));
    }

    private static ImportItem item(ContactImport known, List<ContactImport.Rejected> rejected) {
        return new ImportItem(
                known.id(),
                known.fileName(),
                known.sheet().isEmpty() ? null : known.sheet(),
                known.state().word(),
                known.problem(),
                known.rowsDone(),
                known.rowsAll(),
                known.created() + known.updated() + known.unchanged(),
                known.created(),
                known.updated(),
                known.unchanged(),
                known.rejected(),
                known.mapping().stream()
                        .map(one -> new ColumnItem(one.column(), one.word()))
                        .toList(),
                rejected.stream().map(ImportsApi::item).toList(),
                UndoneItem.of(known.undone()));
    }

    private static RejectedItem item(ContactImport.Rejected one) {
        return new RejectedItem(one.row(), one.column(), one.value(), one.reason());
    }
}
