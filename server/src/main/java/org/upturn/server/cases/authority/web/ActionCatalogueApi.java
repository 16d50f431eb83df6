package org.upturn.server.cases.authority.web;

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
import org.upturn.server.cases.authority.ActionCatalogue;
import org.upturn.server.cases.authority.web.ActionItems.ActionItem;
import org.upturn.server.cases.authority.web.ActionItems.Catalogue;
import org.upturn.server.cases.authority.web.ActionItems.NewAction;
import org.upturn.server.workspaces.Member;

/** What may be done for people, for programs: everybody reads it, the owner keeps it. */
@RestController
@RequestMapping("/api/v1")
class ActionCatalogueApi {
    private final ActionCatalogue catalogue;

    ActionCatalogueApi(ActionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    record NewCurrency(@Nullable String currency) {}

    @GetMapping("/actions")
    Catalogue list(Member member) {
        return new Catalogue(
                catalogue.list(member.workspace()).stream().map(ActionItem::of).toList(),
                catalogue.currency(member.workspace()).orElse(null));
    }

    @PutMapping("/settings/currency")
    Catalogue count(Member member, @RequestBody NewCurrency told) {
        catalogue.count(member, told.currency() == null ? "" : told.currency());
        return list(member);
    }

    @PostMapping("/settings/actions")
    @ResponseStatus(HttpStatus.CREATED)
    ActionItem add(Member member, @RequestBody NewAction told) {
        return ActionItem.of(catalogue.add(member, told.told()));
    }

    @PutMapping("/settings/actions/{action}")
    ActionItem change(Member member, @PathVariable UUID action, @RequestBody NewAction told) {
        catalogue.find(member.workspace(), action);
        return ActionItem.of(catalogue.change(member, action, told.told()));
    }

    @DeleteMapping("/settings/actions/{action}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(Member member, @PathVariable UUID action) {
        catalogue.retire(member, action);
    }
}
