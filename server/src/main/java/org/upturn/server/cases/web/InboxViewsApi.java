package org.upturn.server.cases.web;

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
import org.upturn.server.cases.views.InboxView;
import org.upturn.server.cases.views.InboxViews;
import org.upturn.server.workspaces.Member;

/** Views of the inbox, for programs. */
@RestController
@RequestMapping("/api/v1/inbox-views")
class InboxViewsApi {
    private final InboxViews views;

    InboxViewsApi(InboxViews views) {
        this.views = views;
    }

    record ViewItem(UUID id, UUID member, String name, String query, boolean shared, boolean first) {
        static ViewItem of(InboxView one) {
            return new ViewItem(one.id(), one.member().value(), one.name(), one.query(), one.shared(), one.first());
        }
    }

    record Views(List<ViewItem> items) {}

    record NewView(
            @Nullable String name,
            @Nullable String status,
            @Nullable String subtype,
            @Nullable String attention,
            @Nullable Boolean mine,
            @Nullable Boolean shared) {}

    record NewName(@Nullable String name) {}

    @GetMapping
    Views list(Member member) {
        return new Views(views.list(member).stream().map(ViewItem::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ViewItem save(Member member, @RequestBody NewView told) {
        var choice = new InboxChoice(
                told.status() == null ? "open" : told.status(),
                told.subtype() == null ? "" : told.subtype(),
                told.attention() == null ? "" : told.attention(),
                Boolean.TRUE.equals(told.mine()));
        return ViewItem.of(views.save(member, told.name(), choice.query(), Boolean.TRUE.equals(told.shared())));
    }

    @PutMapping("/{id}")
    ViewItem rename(Member member, @PathVariable UUID id, @RequestBody NewName told) {
        return ViewItem.of(views.rename(member, id, told.name()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Member member, @PathVariable UUID id) {
        views.delete(member, id);
    }

    @PutMapping("/{id}/first")
    ViewItem putFirst(Member member, @PathVariable UUID id) {
        views.putFirst(member, id);
        return ViewItem.of(views.find(member, id));
    }

    @DeleteMapping("/{id}/first")
    ViewItem putNoneFirst(Member member, @PathVariable UUID id) {
        views.find(member, id);
        views.putNoneFirst(member);
        return ViewItem.of(views.find(member, id));
    }
}
