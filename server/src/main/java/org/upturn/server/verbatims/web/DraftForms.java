package org.upturn.server.verbatims.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.codebook.CodebookFiles;
import org.upturn.server.verbatims.codebook.Drafts;
import org.upturn.server.verbatims.codebook.ThemeForm;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Edits the draft, one form for each thing that can be done. */
@Controller
@RequestMapping("/programs/{program}/codebook/draft")
class DraftForms {
    private final Drafts drafts;
    private final Surveys surveys;
    private final CodebookHeads heads;
    private final Templates templates;

    DraftForms(Drafts drafts, Surveys surveys, CodebookHeads heads, Templates templates) {
        this.drafts = drafts;
        this.surveys = surveys;
        this.heads = heads;
        this.templates = templates;
    }

    /** Adds a theme when none is named, else changes it; what cannot be taken comes back as it was filled in. */
    @PostMapping("/themes")
    Object save(
            Page page,
            Member member,
            HttpServletResponse response,
            @PathVariable UUID program,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String examples,
            @RequestParam(defaultValue = "") String gap,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String parent) {
        var form = new ThemeForm(name, description, examples, gap, owner, parent);
        ProgramId known = known(member, program);
        try {
            return toTheme(program, save(member, known, theme, seen, form));
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            CodebookHead head = heads.of(member.workspace(), program);
            return templates.verbatimsTheme(page, head, ThemePage.again(head.draft(), theme, form, problem), false);
        }
    }

    private String save(Member member, ProgramId program, String theme, String seen, ThemeForm form) {
        if (theme.isEmpty()) {
            return drafts.add(member, program, form);
        }
        drafts.change(member, program, theme, seen, form);
        return theme;
    }

    @PostMapping("/removal")
    ResponseEntity<Void> remove(
            Member member, @PathVariable UUID program, @RequestParam String theme, @RequestParam String seen) {
        drafts.remove(member, known(member, program), theme, seen);
        return toDraft(program);
    }

    @PostMapping("/merge")
    ResponseEntity<Void> merge(
            Member member,
            @PathVariable UUID program,
            @RequestParam String theme,
            @RequestParam String seen,
            @RequestParam String into) {
        drafts.merge(member, known(member, program), theme, seen, into);
        return toTheme(program, into);
    }

    @PostMapping("/split")
    ResponseEntity<Void> split(
            Member member,
            @PathVariable UUID program,
            @RequestParam String theme,
            @RequestParam String seen,
            @RequestParam String name,
            @RequestParam MultiValueMap<String, String> form) {
        Set<String> examples = Set.copyOf(form.getOrDefault("example", List.of()));
        drafts.split(member, known(member, program), theme, seen, name, examples);
        return toTheme(program, theme);
    }

    @PostMapping("/place")
    ResponseEntity<Void> move(
            Member member, @PathVariable UUID program, @RequestParam String theme, @RequestParam boolean up) {
        drafts.move(member, known(member, program), theme, up);
        return toTheme(program, theme);
    }

    @PostMapping("/import")
    ResponseEntity<Void> replace(
            Member member, @PathVariable UUID program, @RequestParam MultipartFile file, @RequestParam int revision)
            throws IOException {
        ProgramId known = known(member, program);
        String name = drafts.find(member.workspace(), known).content().name();
        String fileName = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        drafts.replace(member, known, revision, CodebookFiles.read(fileName, file.getBytes(), name));
        return toDraft(program);
    }

    @PostMapping("/return")
    ResponseEntity<Void> returnTo(Member member, @PathVariable UUID program, @RequestParam int version) {
        drafts.returnTo(member, known(member, program), version);
        return toDraft(program);
    }

    @PostMapping("/discard")
    ResponseEntity<Void> discard(Member member, @PathVariable UUID program, @RequestParam int revision) {
        drafts.discard(member, known(member, program), revision);
        return Redirect.to("/codebook?program=" + program);
    }

    private ProgramId known(Member member, UUID program) {
        return surveys.program(member.workspace(), new ProgramId(program)).id();
    }

    private static ResponseEntity<Void> toDraft(UUID program) {
        return Redirect.to("/codebook/draft?program=" + program);
    }

    private static ResponseEntity<Void> toTheme(UUID program, String theme) {
        return Redirect.to("/codebook/draft?program=" + program + "#" + ThemeLine.anchor(theme));
    }
}
