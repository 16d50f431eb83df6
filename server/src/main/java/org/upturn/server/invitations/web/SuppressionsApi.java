package org.upturn.server.invitations.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.invitations.outbox.Suppression;
import org.upturn.server.invitations.outbox.Suppressions;
import org.upturn.server.kernel.Slice;
import org.upturn.server.workspaces.Member;

/** The addresses that get no mail, for programs. */
@RestController
@RequestMapping("/api/v1/suppressions")
class SuppressionsApi {
    private final Suppressions suppressions;

    SuppressionsApi(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    record NewSuppression(@Nullable String address) {}

    @GetMapping
    Slice<Suppression> list(
            Member member,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return suppressions.list(member.workspace(), null, after, Slice.limit(limit));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(Member member, @RequestBody NewSuppression told) {
        suppressions.add(member, told.address());
    }

    @DeleteMapping("/{suppression}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(Member member, @PathVariable UUID suppression) {
        suppressions.lift(member, suppression);
    }
}
