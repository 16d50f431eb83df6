package org.upturn.server.followups.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.followups.LetterText;
import org.upturn.server.followups.LetterTexts;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;

/** The templates of letters, for programs. */
@RestController
@RequestMapping("/api/v1/programs/{program}/letter-texts")
class LetterTextsApi {
    private final LetterTexts texts;
    private final Surveys surveys;

    LetterTextsApi(LetterTexts texts, Surveys surveys) {
        this.texts = texts;
        this.surveys = surveys;
    }

    /** @param own whether the team wrote it; otherwise it is the standard one */
    record Item(String language, String subject, String greeting, String rest, boolean own) {}

    record Items(List<Item> items) {}

    record NewText(
            @Nullable String subject,
            @Nullable String greeting,
            @Nullable String rest) {}

    @GetMapping
    Items list(Member member, @PathVariable UUID program) {
        return items(member.workspace(), program);
    }

    @PutMapping("/{language}")
    Items save(Member member, @PathVariable UUID program, @PathVariable String language, @RequestBody NewText told) {
        texts.save(
                member,
                new ProgramId(program),
                new LetterText(language, blank(told.subject()), blank(told.greeting()), blank(told.rest())));
        return items(member.workspace(), program);
    }

    @DeleteMapping("/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(Member member, @PathVariable UUID program, @PathVariable String language) {
        texts.reset(member, new ProgramId(program), language);
    }

    /** Those of the survey’s languages, and whatever else the team wrote. */
    private Items items(WorkspaceId workspace, UUID program) {
        var all = texts.ofProgram(
                workspace, surveys.program(workspace, new ProgramId(program)).id());
        return new Items(java.util.stream.Stream.concat(
                        all.languages().stream(), all.own().stream().map(LetterText::language))
                .distinct()
                .map(language -> {
                    LetterText text = all.in(language);
                    return new Item(language, text.subject(), text.greeting(), text.rest(), all.isOwn(language));
                })
                .toList());
    }

    private static String blank(@Nullable String told) {
        return told == null ? "" : told;
    }
}
