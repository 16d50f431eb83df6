package org.upturn.server.verbatims.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.codebook.CodebookFiles;
import org.upturn.server.verbatims.codebook.CodebookFormat;
import org.upturn.server.verbatims.codebook.CodebookVersion;
import org.upturn.server.verbatims.codebook.Drafts;
import org.upturn.server.verbatims.history.GoingLive;
import org.upturn.server.verbatims.history.Previews;
import org.upturn.server.verbatims.web.CodebookItems.ActivationItem;
import org.upturn.server.verbatims.web.CodebookItems.DraftItem;
import org.upturn.server.verbatims.web.CodebookItems.PreviewItem;
import org.upturn.server.workspaces.Member;

/** The draft of a program's codebook, and making it live, for programs. */
@RestController
@RequestMapping("/api/v1/programs/{program}/codebook")
class DraftApi {
    private final Drafts drafts;
    private final Previews previews;
    private final GoingLive goingLive;
    private final Codebooks codebooks;
    private final Surveys surveys;

    DraftApi(Drafts drafts, Previews previews, GoingLive goingLive, Codebooks codebooks, Surveys surveys) {
        this.drafts = drafts;
        this.previews = previews;
        this.goingLive = goingLive;
        this.codebooks = codebooks;
        this.surveys = surveys;
    }

    /** @param revision of the draft when it was last looked at; when it has changed since, nothing is done */
    record Activation(@Nullable Integer revision, @Nullable String note) {}

    @GetMapping("/draft")
    DraftItem draft(Member member, @PathVariable UUID program) {
        return DraftItem.of(drafts.find(member.workspace(), known(member, program)));
    }

    /** Takes a whole codebook in the form that its media type says; JSON when it says none. */
    @PutMapping("/draft")
    DraftItem replace(
            Member member,
            @PathVariable UUID program,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestHeader(value = "Content-Type", defaultValue = MediaType.APPLICATION_JSON_VALUE) MediaType type,
            @RequestBody byte[] file) {
        ProgramId known = known(member, program);
        String name = drafts.find(member.workspace(), known).content().name();
        drafts.replace(member, known, revision, CodebookFiles.read(CodebookFormat.of(type), file, name));
        return DraftItem.of(drafts.find(member.workspace(), known));
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(
            Member member, @PathVariable UUID program, @RequestParam(required = false) @Nullable Integer revision) {
        drafts.discard(member, known(member, program), revision);
    }

    @GetMapping("/preview")
    PreviewItem preview(Member member, @PathVariable UUID program) {
        return PreviewItem.of(previews.find(member.workspace(), known(member, program)));
    }

    /** How far the version is that is going live; when none is, the one that is live. */
    @GetMapping("/activation")
    ActivationItem activation(Member member, @PathVariable UUID program) {
        return activation(member, known(member, program));
    }

    @PostMapping("/activation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ActivationItem begin(Member member, @PathVariable UUID program, @RequestBody Activation told) {
        ProgramId known = known(member, program);
        goingLive.begin(member, known, told.revision(), told.note());
        return activation(member, known);
    }

    @DeleteMapping("/activation")
    DraftItem takeBack(Member member, @PathVariable UUID program) {
        ProgramId known = known(member, program);
        goingLive.takeBack(member, known);
        return DraftItem.of(drafts.find(member.workspace(), known));
    }

    @PutMapping("/activation/pause")
    ActivationItem pause(Member member, @PathVariable UUID program) {
        ProgramId known = known(member, program);
        goingLive.pause(member, known);
        return activation(member, known);
    }

    @DeleteMapping("/activation/pause")
    ActivationItem resume(Member member, @PathVariable UUID program) {
        ProgramId known = known(member, program);
        goingLive.resume(member, known);
        return activation(member, known);
    }

    private ActivationItem activation(Member member, ProgramId program) {
        CodebookVersion coming = codebooks.coming(member.workspace(), program);
        return ActivationItem.of(
                coming != null && coming.isGoingLive()
                        ? coming
                        : codebooks.version(
                                member.workspace(),
                                program,
                                codebooks.active(member.workspace(), program).version()));
    }

    private ProgramId known(Member member, UUID program) {
        return surveys.program(member.workspace(), new ProgramId(program)).id();
    }
}
