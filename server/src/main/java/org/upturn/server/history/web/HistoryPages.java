package org.upturn.server.history.web;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.upturn.server.history.PastImport;
import org.upturn.server.history.PastImports;
import org.upturn.server.history.WaveRule;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.history.Backfill;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Past responses step by step: choose a file, look at the columns, try, watch them come in, mend what was not taken. */
@Controller
class HistoryPages {
    private static final int SHOWN = 100;

    private final PastImports imports;
    private final Surveys surveys;
    private final Backfill backfill;
    private final Templates templates;

    HistoryPages(PastImports imports, Surveys surveys, Backfill backfill, Templates templates) {
        this.imports = imports;
        this.surveys = surveys;
        this.backfill = backfill;
        this.templates = templates;
    }

    @GetMapping("/history")
    JteModel list(Page page, Member member) {
        return templates.historyImports(
                page,
                surveys.programs(member.workspace()),
                imports.list(member.workspace(), null, 20).items());
    }

    @PostMapping("/history")
    ResponseEntity<Void> upload(Member member, @RequestParam UUID program, @RequestParam MultipartFile file)
            throws IOException {
        String name = file.getOriginalFilename() == null ? "responses" : file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return to(imports.upload(member, new ProgramId(program), name, content)
                    .id());
        }
    }

    @GetMapping("/history/{id}")
    JteModel show(Page page, Member member, @PathVariable UUID id) {
        PastImport known = imports.find(member.workspace(), id);
        return known.state() == PastImport.State.PREVIEW
                ? templates.historyPreview(page, known, imports.preview(member.workspace(), id))
                : templates.historyProgress(page, known, rejected(member, known), reading(member, known));
    }

    @GetMapping("/history/{id}/progress")
    JteModel progress(Page page, Member member, @PathVariable UUID id) {
        PastImport known = imports.find(member.workspace(), id);
        return templates.history_state(page, known, rejected(member, known), reading(member, known));
    }

    /** Says what the import would do with these choices, and does nothing. */
    @PostMapping("/history/{id}/check")
    ResponseEntity<Void> check(Member member, @PathVariable UUID id, ChoiceForm form) {
        imports.find(member.workspace(), id);
        imports.check(member, id, form.choice());
        return to(id);
    }

    @PostMapping("/history/{id}/start")
    ResponseEntity<Void> start(Member member, @PathVariable UUID id, ChoiceForm form) {
        imports.find(member.workspace(), id);
        imports.start(member, id, form.choice());
        return to(id);
    }

    @PostMapping("/history/{id}/pause")
    ResponseEntity<Void> pause(Member member, @PathVariable UUID id) {
        imports.pause(member, id);
        return to(id);
    }

    @PostMapping("/history/{id}/resumption")
    ResponseEntity<Void> resume(Member member, @PathVariable UUID id) {
        imports.resume(member, id);
        return to(id);
    }

    @PostMapping("/history/{id}/cancellation")
    ResponseEntity<Void> cancel(Member member, @PathVariable UUID id) {
        imports.cancel(member, id);
        return to(id);
    }

    @PostMapping("/history/{id}/undoing")
    ResponseEntity<Void> undo(Member member, @PathVariable UUID id) {
        imports.undo(member, id);
        return to(id);
    }

    private static ResponseEntity<Void> to(UUID id) {
        return Redirect.to("/history/" + id);
    }

    private List<PastImport.Rejected> rejected(Member member, PastImport known) {
        return known.counts().rejected() == 0 ? List.of() : imports.rejected(member.workspace(), known.id(), 0, SHOWN);
    }

    private Backfill.@Nullable Progress reading(Member member, PastImport known) {
        return backfill.progress(member.workspace(), known.program()).orElse(null);
    }

    /** What the form of a waiting file says. */
    record ChoiceForm(
            @Nullable List<String> becomes,
            @Nullable String waves,
            @Nullable String wave,
            @Nullable Boolean monthFirst,
            @Nullable String sheet) {
        PastImports.Choice choice() {
            if (becomes == null || waves == null) {
                throw Problem.invalid("mapping", "problem.history.score");
            }
            return new PastImports.Choice(null, becomes, new WaveRule(WaveRule.By.of(waves), wave), monthFirst, sheet);
        }
    }
}
