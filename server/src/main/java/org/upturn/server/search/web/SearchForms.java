package org.upturn.server.search.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.search.Search;
import org.upturn.server.search.Searches;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.verbatims.Codebooks;

/** Makes the form of a search; what is chosen stays among the choices, even when it is no longer one. */
@Component
class SearchForms {
    private final Surveys surveys;
    private final Codebooks codebooks;
    private final Searches searches;

    SearchForms(Surveys surveys, Codebooks codebooks, Searches searches) {
        this.surveys = surveys;
        this.codebooks = codebooks;
        this.searches = searches;
    }

    SearchForm of(WorkspaceId workspace, Program program, Search told) {
        Search search = searches.present(workspace, program.id(), told);
        List<Wave> waves = surveys.waves(workspace, program.id()).reversed();
        return new SearchForm(
                program,
                search,
                waves,
                codebooks.active(workspace, program.id()).codebook().themes(),
                with(search.segment(), searches.segments(workspace, program.id())),
                with(search.language(), searches.languages(workspace, program.id())));
    }

    private static List<String> with(String chosen, List<String> choices) {
        if (chosen.isEmpty() || choices.contains(chosen)) {
            return choices;
        }
        var all = new ArrayList<>(choices);
        all.addFirst(chosen);
        return all;
    }
}
