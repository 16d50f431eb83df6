package org.upturn.server.search.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.search.SavedSearch;
import org.upturn.server.search.SavedSearches;
import org.upturn.server.search.Search;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.Member;

/** Searches kept under a name, for programs. */
@RestController
@RequestMapping("/api/v1/searches")
class SearchesApi {
    private static final int LONGEST_QUERY = 10_000;

    private final SavedSearches saved;

    SearchesApi(SavedSearches saved) {
        this.saved = saved;
    }

    /** A search to be saved; its query is that of the search's URL, without the program. */
    record NewSearch(
            @Nullable UUID program,
            @Nullable String name,
            @Nullable String query,
            @Nullable Boolean shared) {}

    record SearchItem(UUID id, UUID program, UUID member, String name, String query, boolean shared, Instant savedAt) {
        static SearchItem of(SavedSearch one) {
            return new SearchItem(
                    one.id(),
                    one.program().value(),
                    one.member().value(),
                    one.name(),
                    one.query(),
                    one.shared(),
                    one.savedAt());
        }
    }

    @GetMapping
    Slice<SearchItem> list(Member member, @RequestParam(required = false) @Nullable UUID program) {
        var only = program == null ? null : new ProgramId(program);
        return new Slice<>(saved.list(member, only), null).map(SearchItem::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SearchItem save(Member member, @RequestBody NewSearch told) {
        if (told.program() == null) {
            throw Problem.invalid("program", "problem.search.program");
        }
        Search search = Search.of(parameters(told.query() == null ? "" : told.query()));
        boolean shared = told.shared() != null && told.shared();
        return SearchItem.of(saved.save(member, new ProgramId(told.program()), told.name(), search, shared));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Member member, @PathVariable UUID id) {
        saved.delete(member, id);
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        if (query.length() > LONGEST_QUERY) {
            throw unreadable();
        }
        for (String one : query.split("&")) {
            String[] pair = one.split("=", 2);
            if (pair.length == 2 && Search.PARAMETERS.contains(pair[0])) {
                parameters.put(pair[0], decoded(pair[1]));
            } else if (!one.isEmpty()) {
                throw unreadable();
            }
        }
        return parameters;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.invalid("query", "problem.search.query", String.join(", ", Search.PARAMETERS));
    }
}
