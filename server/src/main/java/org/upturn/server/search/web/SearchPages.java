package org.upturn.server.search.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.search.Hits;
import org.upturn.server.search.SavedSearch;
import org.upturn.server.search.SavedSearches;
import org.upturn.server.search.Search;
import org.upturn.server.search.Searches;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Looking for what somebody said, what means nearly the same, and searches kept under a name. */
@Controller
class SearchPages {
    private static final int ON_A_PAGE = 30;

    private final Searches searches;
    private final SavedSearches saved;
    private final SearchForms forms;
    private final Surveys surveys;
    private final Templates templates;

    SearchPages(Searches searches, SavedSearches saved, SearchForms forms, Surveys surveys, Templates templates) {
        this.searches = searches;
        this.saved = saved;
        this.forms = forms;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping("/verbatims")
    Object verbatims(
            Page page,
            Member member,
            @RequestParam Map<String, String> told,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "") String deleted) {
        if (surveys.programs(member.workspace()).isEmpty()) {
            return Redirect.to("/programs/new");
        }
        Program chosen = surveys.chosen(member.workspace(), program).orElseThrow();
        return show(page, member, forms.of(member.workspace(), chosen, Search.of(told)), after, deleted, null);
    }

    private JteModel show(
            Page page,
            Member member,
            SearchForm form,
            @Nullable UUID after,
            String deleted,
            @Nullable Problem problem) {
        Program program = form.program();
        List<Program> programs = surveys.programs(member.workspace());
        Hits hits = searches.find(member.workspace(), program.id(), form.search(), after, ON_A_PAGE);
        List<SavedSearch> kept = saved.list(member, program.id());
        return templates.searchVerbatims(page, programs, form, hits, kept, deleted, problem);
    }

    @GetMapping("/verbatims/{id}/similar")
    JteModel alike(Page page, Member member, @PathVariable UUID id) {
        var response = new ResponseId(id);
        return templates.searchAlike(
                page, searches.one(member.workspace(), response), searches.alike(member.workspace(), response));
    }

    @PostMapping("/searches")
    Object save(
            Page page,
            Member member,
            HttpServletResponse response,
            @RequestParam Map<String, String> told,
            @RequestParam UUID program,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared) {
        Program chosen = surveys.chosen(member.workspace(), program).orElseThrow();
        SearchForm form = forms.of(member.workspace(), chosen, Search.of(told));
        try {
            saved.save(member, chosen.id(), name, form.search(), shared);
            return Redirect.to(form.address() + "#saved");
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return show(page, member, form, null, "", problem);
        }
    }

    /** Shows what the deleted search finds, ready to be saved again under its name. */
    @PostMapping("/searches/{id}/deletion")
    ResponseEntity<Void> delete(Member member, @PathVariable UUID id) {
        SavedSearch gone = saved.delete(member, id);
        return Redirect.to("/verbatims?program=" + gone.program().value() + "&" + gone.query() + "&deleted="
                + URLEncoder.encode(gone.name(), StandardCharsets.UTF_8) + "#saved");
    }
}
