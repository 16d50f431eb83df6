package org.upturn.server.activity.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.activity.CaseActivity;
import org.upturn.server.activity.CaseComment;
import org.upturn.server.activity.CaseComments;
import org.upturn.server.activity.CaseEvent;
import org.upturn.server.cases.CaseId;
import org.upturn.server.workspaces.Member;

/** Comments on a case and what happened to it, for programs. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class CaseCommentsApi {
    private final CaseComments comments;
    private final CaseActivity activity;

    CaseCommentsApi(CaseComments comments, CaseActivity activity) {
        this.comments = comments;
        this.activity = activity;
    }

    record CommentItem(
            UUID id,
            String words,
            UUID member,
            String by,
            Instant at,
            @Nullable Instant editedAt,
            @Nullable Instant deletedAt,
            List<String> earlier) {
        static CommentItem of(CaseComment one) {
            return new CommentItem(
                    one.id(),
                    one.words(),
                    one.by().value(),
                    one.byName(),
                    one.at(),
                    one.editedAt(),
                    one.deletedAt(),
                    one.earlier());
        }
    }

    record Comments(List<CommentItem> items) {}

    record Events(List<CaseEvent> items) {}

    record NewComment(@Nullable String words) {}

    @GetMapping("/activity")
    Events activity(Member member, @PathVariable UUID id) {
        return new Events(activity.of(member.workspace(), new CaseId(id)));
    }

    @GetMapping("/comments")
    Comments list(Member member, @PathVariable UUID id) {
        return new Comments(comments.ofCase(member.workspace(), new CaseId(id)).stream()
                .map(CommentItem::of)
                .toList());
    }

    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.CREATED)
    CommentItem add(Member member, @PathVariable UUID id, @RequestBody NewComment told) {
        return CommentItem.of(comments.add(member, new CaseId(id), told.words()));
    }

    @PutMapping("/comments/{comment}")
    CommentItem edit(Member member, @PathVariable UUID id, @PathVariable UUID comment, @RequestBody NewComment told) {
        return CommentItem.of(comments.edit(member, new CaseId(id), comment, told.words()));
    }

    @DeleteMapping("/comments/{comment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Member member, @PathVariable UUID id, @PathVariable UUID comment) {
        comments.delete(member, new CaseId(id), comment);
    }
}
