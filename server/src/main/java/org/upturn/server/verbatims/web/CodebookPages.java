package org.upturn.server.verbatims.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.ThemeCounts;
import org.upturn.server.verbatims.codebook.CodebookContent;
import org.upturn.server.verbatims.codebook.CodebookFiles;
import org.upturn.server.verbatims.codebook.CodebookFormat;
import org.upturn.server.verbatims.codebook.CodebookVersion;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** The codebook as people read it, and its versions. */
@Controller
class CodebookPages {
    private final CodebookHeads heads;
    private final Codebooks codebooks;
    private final ThemeCounts counts;
    private final Surveys surveys;
    private final Workspaces workspaces;
    private final Templates templates;

    CodebookPages(
            CodebookHeads heads,
            Codebooks codebooks,
            ThemeCounts counts,
            Surveys surveys,
            Workspaces workspaces,
            Templates templates) {
        this.heads = heads;
        this.codebooks = codebooks;
        this.counts = counts;
        this.surveys = surveys;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    @GetMapping("/codebook")
    Object show(
            Page page,
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(required = false) @Nullable Integer version) {
        if (surveys.programs(member.workspace()).isEmpty()) {
            return Redirect.to("/programs/new");
        }
        CodebookHead head = heads.of(member.workspace(), program);
        ProgramId id = head.program().id();
        CodebookVersion shown = version == null ? head.active() : codebooks.version(member.workspace(), id, version);
        CodebookContent content = codebooks.content(member.workspace(), id, shown.number());
        return templates.verbatimsCodebook(page, head, shown, named(member, id, shown, content));
    }

    /** Figures are those of what is live; an older version is shown without. */
    private NamedThemes named(Member member, ProgramId program, CodebookVersion shown, CodebookContent content) {
        if (shown.state() == CodebookVersion.State.ACTIVE) {
            List<Wave> waves = surveys.waves(member.workspace(), program);
            for (Wave wave : waves.reversed()) {
                Map<String, Long> named = counts.of(member.workspace(), program, wave.id());
                if (!named.isEmpty()) {
                    return new NamedThemes(ThemeLine.of(content, named), wave);
                }
            }
        }
        return new NamedThemes(ThemeLine.of(content, Map.of()), null);
    }

    /** How far a version is that is going live; asked for again and again while it is. */
    @GetMapping("/codebook/reading")
    JteModel reading(
            Page page,
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            HttpServletResponse response) {
        CodebookHead head = heads.of(member.workspace(), program);
        if (!head.isGoingLive()) {
            // It is live, or was taken back: nothing on the page that asks is true any more.
            response.setHeader("HX-Refresh", "true");
        }
        return templates.verbatims_reading(page, head);
    }

    @GetMapping("/codebook/versions")
    JteModel versions(Page page, Member member, @RequestParam(required = false) @Nullable UUID program) {
        CodebookHead head = heads.of(member.workspace(), program);
        Map<MemberId, String> names = workspaces.names(member.workspace());
        List<CodebookVersion> versions =
                codebooks.versions(member.workspace(), head.program().id());
        var lines = new ArrayList<VersionLine>();
        for (CodebookVersion one : versions) {
            Integer base = base(versions, one);
            lines.add(new VersionLine(
                    one,
                    one.createdBy() == null ? null : names.get(new MemberId(one.createdBy())),
                    base,
                    base == null
                            ? null
                            : codebooks.diff(member.workspace(), head.program().id(), base, one.number())));
        }
        return templates.verbatimsVersions(page, head, lines);
    }

    /** The last version before it that was ever live. */
    private static @Nullable Integer base(List<CodebookVersion> versions, CodebookVersion of) {
        return versions.stream()
                .filter(one -> one.number() < of.number() && one.activatedAt() != null)
                .map(CodebookVersion::number)
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/codebook/export")
    ResponseEntity<byte[]> export(
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "yaml") String format) {
        CodebookHead head = heads.of(member.workspace(), program);
        CodebookFormat form = CodebookFormat.of(format);
        int number = version == null ? head.active().number() : version;
        CodebookContent content =
                codebooks.content(member.workspace(), head.program().id(), number);
        return ResponseEntity.ok()
                .contentType(form.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"codebook-" + number + "." + form.word() + "\"")
                .body(CodebookFiles.write(form, content));
    }
}
