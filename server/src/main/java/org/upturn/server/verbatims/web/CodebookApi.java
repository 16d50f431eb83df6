package org.upturn.server.verbatims.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.codebook.CodebookContent;
import org.upturn.server.verbatims.codebook.CodebookFiles;
import org.upturn.server.verbatims.codebook.CodebookFormat;
import org.upturn.server.verbatims.web.CodebookItems.CodebookItem;
import org.upturn.server.verbatims.web.CodebookItems.DiffItem;
import org.upturn.server.verbatims.web.CodebookItems.VersionItem;
import org.upturn.server.verbatims.web.CodebookItems.Versions;
import org.upturn.server.workspaces.Member;

/** A program's codebook and its versions for programs. */
@RestController
@RequestMapping("/api/v1/programs/{program}/codebook")
class CodebookApi {
    private final Codebooks codebooks;
    private final Surveys surveys;

    CodebookApi(Codebooks codebooks, Surveys surveys) {
        this.codebooks = codebooks;
        this.surveys = surveys;
    }

    /** What is live, or the version named: as JSON, or as a file in the format or media type asked for. */
    @GetMapping
    ResponseEntity<?> codebook(
            Member member,
            @PathVariable UUID program,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept) {
        ProgramId known = known(member, program);
        int number =
                version == null ? codebooks.active(member.workspace(), known).version() : version;
        CodebookContent content = codebooks.content(member.workspace(), known, number);
        CodebookFormat form = format == null ? accepted(accept) : CodebookFormat.of(format);
        if (form == CodebookFormat.JSON) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(CodebookItem.of(number, content));
        }
        return ResponseEntity.ok().contentType(form.type()).body(CodebookFiles.write(form, content));
    }

    private static CodebookFormat accepted(String accept) {
        for (MediaType wanted : MediaType.parseMediaTypes(accept)) {
            for (CodebookFormat format : List.of(CodebookFormat.JSON, CodebookFormat.YAML, CodebookFormat.CSV)) {
                if (wanted.includes(format.type())) {
                    return format;
                }
            }
        }
        return CodebookFormat.JSON;
    }

    @GetMapping("/versions")
    Versions versions(Member member, @PathVariable UUID program) {
        return new Versions(codebooks.versions(member.workspace(), known(member, program)).stream()
                .map(VersionItem::of)
                .toList());
    }

    @GetMapping("/diff")
    DiffItem diff(Member member, @PathVariable UUID program, @RequestParam int from, @RequestParam int to) {
        return DiffItem.of(codebooks.diff(member.workspace(), known(member, program), from, to));
    }

    private ProgramId known(Member member, UUID program) {
        return surveys.program(member.workspace(), new ProgramId(program)).id();
    }
}
