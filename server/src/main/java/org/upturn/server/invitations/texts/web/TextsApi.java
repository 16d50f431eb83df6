package org.upturn.server.invitations.texts.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.invitations.texts.ShortText;
import org.upturn.server.invitations.texts.ShortTexts;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;

/** What the text messages of a program say, for programs. */
@RestController
@RequestMapping("/api/v1/programs/{program}/texts")
class TextsApi {
    private final ShortTexts texts;
    private final Surveys surveys;

    TextsApi(ShortTexts texts, Surveys surveys) {
        this.texts = texts;
        this.surveys = surveys;
    }

    @GetMapping
    ShortText find(
            Member member, @PathVariable UUID program, @RequestParam(required = false) @Nullable String language) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        return texts.find(member.workspace(), known.id(), language);
    }

    @PutMapping
    ShortText save(Member member, @PathVariable UUID program, @RequestBody ShortText told) {
        texts.save(member, new ProgramId(program), told);
        return find(member, program, told.language());
    }
}
