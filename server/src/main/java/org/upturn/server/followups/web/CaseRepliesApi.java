package org.upturn.server.followups.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.followups.CaseReplies;
import org.upturn.server.followups.OneQuestion;
import org.upturn.server.followups.OneQuestions;
import org.upturn.server.followups.Reply;
import org.upturn.server.workspaces.Member;

/** What came back, and the one question to who said nothing, for programs. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class CaseRepliesApi {
    private final Cases cases;
    private final CaseReplies replies;
    private final OneQuestions questions;

    CaseRepliesApi(Cases cases, CaseReplies replies, OneQuestions questions) {
        this.cases = cases;
        this.replies = replies;
        this.questions = questions;
    }

    /** @param followUp that a member made of it; null until then */
    record Item(
            UUID id,
            String sender,
            String subject,
            String words,
            boolean quoted,
            boolean automatic,
            List<String> attachments,
            Instant receivedAt,
            @Nullable UUID followUp) {
        static Item of(Reply one) {
            return new Item(
                    one.id(),
                    one.sender(),
                    one.subject(),
                    one.words(),
                    one.quoted(),
                    one.automatic(),
                    one.attachments(),
                    one.receivedAt(),
                    one.logged());
        }
    }

    record Items(List<Item> items) {}

    record NewResponse(@Nullable String words) {}

    record Logged(UUID followUp) {}

    record Question(
            UUID correction,
            String state,
            Instant askedAt,
            Instant endsAt,
            @Nullable String by) {
        static Question of(OneQuestion one) {
            return new Question(one.correction().value(), one.state(), one.askedAt(), one.endsAt(), one.by());
        }
    }

    /** @param question null while nobody has asked */
    record Standing(boolean silent, @Nullable Question question) {}

    @GetMapping("/replies")
    Items list(Member member, @PathVariable UUID id) {
        CaseId known = cases.find(member.workspace(), new CaseId(id)).id();
        return new Items(
                replies.ofCase(member.workspace(), known).stream().map(Item::of).toList());
    }

    @PostMapping("/replies/{reply}/response")
    @ResponseStatus(HttpStatus.CREATED)
    Logged log(Member member, @PathVariable UUID id, @PathVariable UUID reply, @RequestBody NewResponse told) {
        return new Logged(replies.log(member, new CaseId(id), reply, told.words()));
    }

    @GetMapping("/question")
    Standing question(Member member, @PathVariable UUID id) {
        var item = cases.find(member.workspace(), new CaseId(id));
        return new Standing(
                item.silent(),
                questions.find(member.workspace(), item.id()).map(Question::of).orElse(null));
    }

    @PostMapping("/question")
    @ResponseStatus(HttpStatus.CREATED)
    Question ask(Member member, @PathVariable UUID id) {
        return Question.of(questions.ask(member, new CaseId(id)));
    }
}
