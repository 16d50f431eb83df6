package org.upturn.server.followups.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.engine.guard.Finding;
import org.upturn.server.cases.CaseId;
import org.upturn.server.followups.CaseLetter;
import org.upturn.server.followups.CaseLetters;
import org.upturn.server.followups.LetterDraft;
import org.upturn.server.workspaces.Member;

/** Letters to the person of a case, for programs: the guard is the same for them. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class LettersApi {
    private final CaseLetters letters;
    private final Clock clock;

    LettersApi(CaseLetters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /** @param goesAt when it goes; can be taken back until then */
    record Item(
            UUID id,
            String subject,
            String firstSentence,
            String text,
            String by,
            String state,
            @Nullable String reason,
            Instant writtenAt,
            Instant goesAt,
            @Nullable Instant sentAt) {
        static Item of(CaseLetter one, Instant now) {
            return new Item(
                    one.id(),
                    one.mail().written().subject(),
                    one.firstSentence(),
                    one.mail().written().text(),
                    one.byName(),
                    one.state(now),
                    one.mail().reason(),
                    one.writtenAt(),
                    one.mail().readyAt(),
                    one.mail().sentAt());
        }
    }

    /**
     * @param suggestions first sentences made of the person’s own words, to choose from
     * @param refusal why no letter can go now; null when one can
     */
    record Items(
            List<Item> items,
            List<String> suggestions,
            @Nullable String refusal) {}

    /** Whatever is missing is taken from the template. */
    record NewLetter(
            @Nullable String firstSentence,
            @Nullable String subject,
            @Nullable String greeting,
            @Nullable String rest) {}

    record NewCheck(@Nullable String sentence) {}

    /**
     * @param why it is refused; null when it passes
     * @param words by which it passes, or that are wrong
     * @param would words of the person that would do
     */
    record Check(boolean passes, @Nullable String why, List<String> words, List<String> would) {}

    @GetMapping("/letters")
    Items list(Member member, @PathVariable UUID id) {
        var item = new CaseId(id);
        String refusal = letters.refusal(member.workspace(), item).orElse(null);
        return new Items(
                letters.ofCase(member.workspace(), item).stream()
                        .map(one -> Item.of(one, clock.instant()))
                        .toList(),
                letters.suggestions(member.workspace(), item),
                refusal);
    }

    @PostMapping("/letters")
    @ResponseStatus(HttpStatus.CREATED)
    Item send(Member member, @PathVariable UUID id, @RequestBody NewLetter told) {
        var item = new CaseId(id);
        LetterDraft template = letters.draft(member, item);
        var draft = new LetterDraft(
                told.subject() == null ? template.subject() : told.subject(),
                told.greeting() == null ? template.greeting() : told.greeting(),
                told.firstSentence() == null ? "" : told.firstSentence(),
                told.rest() == null ? template.rest() : told.rest());
        return Item.of(letters.send(member, item, draft), clock.instant());
    }

    @DeleteMapping("/letters/{letter}")
    Item takeBack(Member member, @PathVariable UUID id, @PathVariable UUID letter) {
        return Item.of(letters.takeBack(member, new CaseId(id), letter), clock.instant());
    }

    @PostMapping("/first-sentence-checks")
    Check check(Member member, @PathVariable UUID id, @RequestBody NewCheck told) {
        String sentence = told.sentence() == null ? "" : told.sentence();
        return switch (letters.check(member.workspace(), new CaseId(id), sentence)) {
            case Finding.Named(List<String> words) -> new Check(true, null, words, List.of());
            case Finding.Refused(Finding.Why why, List<String> wrong, List<String> would) ->
                new Check(false, why.word(), wrong, would);
        };
    }
}
