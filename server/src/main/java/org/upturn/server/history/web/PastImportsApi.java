package org.upturn.server.history.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
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
import org.upturn.server.history.PastImport;
import org.upturn.server.history.PastImports;
import org.upturn.server.history.WaveRule;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.Member;

/** Past responses by programs: send the file, look at what it would do, start it, ask how far it is. */
@RestController
@RequestMapping("/api/v1/past-imports")
class PastImportsApi {
    private final PastImports imports;

    PastImportsApi(PastImports imports) {
        this.imports = imports;
    }

    /**
     * What was chosen; what is left out stays as guessed.
     *
     * @param mapping what each column becomes, in the order of the file
     * @param waves {@code column}, {@code month}, {@code quarter}, {@code year} or {@code one}
     * @param wave the name of the one wave
     */
    record ChoiceBody(
            @Nullable UUID program,
            @Nullable List<String> mapping,
            @Nullable String waves,
            @Nullable String wave,
            @Nullable Boolean monthFirst,
            @Nullable String sheet) {
        PastImports.Choice choice() {
            return new PastImports.Choice(
                    program == null ? null : new ProgramId(program),
                    mapping,
                    waves == null ? null : new WaveRule(WaveRule.By.of(waves), wave),
                    monthFirst,
                    sheet);
        }
    }

    record ColumnItem(String column, String becomes) {}

    record RejectedItem(
            int row, @Nullable String column, @Nullable String value, String reason) {
        static RejectedItem of(PastImport.Rejected one) {
            return new RejectedItem(one.row(), one.column(), one.value(), one.reason());
        }
    }

    record CheckItem(
            int rows,
            boolean whole,
            int answers,
            int known,
            int newPeople,
            int knownPeople,
            int rejectedRows,
            int waves,
            int newWaves,
            List<String> waveNames,
            List<RejectedItem> rejected) {
        static @Nullable CheckItem of(PastImport.@Nullable Check check) {
            return check == null
                    ? null
                    : new CheckItem(
                            check.rows(),
                            check.whole(),
                            check.answers(),
                            check.known(),
                            check.newPeople(),
                            check.knownPeople(),
                            check.rejected(),
                            check.waves(),
                            check.newWaves(),
                            check.waveNames(),
                            check.refused().stream().map(RejectedItem::of).toList());
        }
    }

    record UndoneItem(int answers, int keptAnswers, int people, int keptPeople, int waves) {}

    record PastImportItem(
            UUID id,
            UUID program,
            String fileName,
            @Nullable String sheet,
            String state,
            @Nullable String problem,
            List<ColumnItem> mapping,
            String waves,
            @Nullable String wave,
            boolean monthFirst,
            int rowsDone,
            @Nullable Integer rows,
            int answers,
            int changes,
            int known,
            int people,
            int rejectedRows,
            int searchable,
            @Nullable CheckItem check,
            @Nullable UndoneItem undone,
            @Nullable Instant begunAt,
            @Nullable Instant finishedAt) {
        static PastImportItem of(PastImport one) {
            PastImport.Undone undone = one.undone();
            return new PastImportItem(
                    one.id(),
                    one.program().value(),
                    one.fileName(),
                    one.sheet().isEmpty() ? null : one.sheet(),
                    one.state().word(),
                    one.problem(),
                    one.mapping().stream()
                            .map(column -> new ColumnItem(column.column(), column.word()))
                            .toList(),
                    one.waves().by().word(),
                    one.waves().name(),
                    one.monthFirst(),
                    one.counts().done(),
                    one.counts().all(),
                    one.counts().answers(),
                    one.counts().changes(),
                    one.counts().known(),
                    one.counts().people(),
                    one.counts().rejected(),
                    one.counts().searchable(),
                    CheckItem.of(one.checked()),
                    undone == null
                            ? null
                            : new UndoneItem(
                                    undone.answers(),
                                    undone.keptAnswers(),
                                    undone.people(),
                                    undone.keptPeople(),
                                    undone.waves()),
                    one.begunAt(),
                    one.finishedAt());
        }
    }

    /** The body is the file itself; it is written to the disk as it comes and never held in memory. */
    @PostMapping(
            consumes = {
                "text/csv",
                "application/x-ndjson",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/octet-stream"
            })
    ResponseEntity<PastImportItem> create(
            Member member,
            @RequestParam UUID program,
            @RequestParam(required = false) @Nullable String fileName,
            HttpServletRequest request)
            throws IOException {
        try (InputStream body = request.getInputStream()) {
            String name = fileName == null || fileName.isBlank() ? "responses" : fileName.strip();
            return ResponseEntity.status(201)
                    .body(PastImportItem.of(imports.upload(member, new ProgramId(program), name, body)));
        }
    }

    @PostMapping("/{id}/check")
    PastImportItem check(
            Member member, @PathVariable UUID id, @RequestBody(required = false) @Nullable ChoiceBody body) {
        return PastImportItem.of(imports.check(member, id, choice(body)));
    }

    @PostMapping("/{id}/start")
    ResponseEntity<PastImportItem> start(
            Member member, @PathVariable UUID id, @RequestBody(required = false) @Nullable ChoiceBody body) {
        return ResponseEntity.status(202).body(PastImportItem.of(imports.start(member, id, choice(body))));
    }

    private static PastImports.Choice choice(@Nullable ChoiceBody body) {
        return body == null ? PastImports.Choice.NONE : body.choice();
    }

    @PostMapping("/{id}/pause")
    PastImportItem pause(Member member, @PathVariable UUID id) {
        return PastImportItem.of(imports.pause(member, id));
    }

    @PostMapping("/{id}/resumption")
    PastImportItem resume(Member member, @PathVariable UUID id) {
        return PastImportItem.of(imports.resume(member, id));
    }

    @PostMapping("/{id}/cancellation")
    PastImportItem cancel(Member member, @PathVariable UUID id) {
        return PastImportItem.of(imports.cancel(member, id));
    }

    @PostMapping("/{id}/undoing")
    PastImportItem undo(Member member, @PathVariable UUID id) {
        return PastImportItem.of(imports.undo(member, id));
    }

    @GetMapping
    Slice<PastImportItem> list(
            Member member,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return imports.list(member.workspace(), after, Slice.limit(limit)).map(PastImportItem::of);
    }

    @GetMapping("/{id}")
    PastImportItem find(Member member, @PathVariable UUID id) {
        return PastImportItem.of(imports.find(member.workspace(), id));
    }
}
