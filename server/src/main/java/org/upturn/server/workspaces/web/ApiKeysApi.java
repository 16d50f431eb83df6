package org.upturn.server.workspaces.web;

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
import org.upturn.server.workspaces.ApiKey;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/** API keys for programs, so that a program can change its own key before somebody else finds it. */
@RestController
@RequestMapping("/api/v1/api-keys")
class ApiKeysApi {
    private final Workspaces workspaces;

    ApiKeysApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    record ApiKeyItem(UUID id, String name, String hint, Instant createdAt) {
        static ApiKeyItem of(ApiKey key) {
            return new ApiKeyItem(key.id(), key.name(), key.hint(), key.createdAt());
        }
    }

    record ApiKeys(List<ApiKeyItem> items) {}

    record NewKey(@Nullable String name) {}

    /** @param secret the key itself, told this one time */
    record MadeKey(UUID id, String name, String hint, Instant createdAt, String secret) {}

    @GetMapping
    ApiKeys list(Member member) {
        return new ApiKeys(workspaces.apiKeys(member.workspace()).stream()
                .map(ApiKeyItem::of)
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MadeKey add(Member member, @RequestBody NewKey told) {
        Workspaces.NewApiKey made = workspaces.addApiKey(member, told.name());
        ApiKey key = made.key();
        return new MadeKey(key.id(), key.name(), key.hint(), key.createdAt(), made.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Member member, @PathVariable UUID id) {
        workspaces.revokeApiKey(member, id);
    }
}
