package org.upturn.server.search.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.upturn.engine.Theme;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.QuestionResults;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.search.Hit;
import org.upturn.server.search.Searches;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.verbatims.TeamCodebook;
import org.upturn.server.verbatims.ThemeCoding;
import org.upturn.server.verbatims.Verdict;
import org.upturn.server.verbatims.review.Verdicts;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspaces;

/** Puts together what is known of one verbatim. */
@Component
class VerbatimViews {
    /** Below this a theme is hardly possible, and nobody is bothered with it. */
    private static final double SHOWN = 0.2;

    private final Searches searches;
    private final QuestionResults questions;
    private final Readings readings;
    private final Verdicts verdicts;
    private final Codebooks codebooks;
    private final Workspaces workspaces;

    VerbatimViews(
            Searches searches,
            QuestionResults questions,
            Readings readings,
            Verdicts verdicts,
            Codebooks codebooks,
            Workspaces workspaces) {
        this.searches = searches;
        this.questions = questions;
        this.readings = readings;
        this.verdicts = verdicts;
        this.codebooks = codebooks;
        this.workspaces = workspaces;
    }

    VerbatimView of(WorkspaceId workspace, ResponseId id) {
        Hit hit = searches.one(workspace, id);
        Response answer = hit.response();
        TeamCodebook codebook = codebooks.active(workspace, answer.program());
        List<ThemeCoding> codings = readings.codings(workspace, answer);
        Map<String, String> judges = judges(workspace, answer);
        var there = new ArrayList<VerbatimView.Line>();
        var possible = new ArrayList<VerbatimView.Line>();
        var denied = new ArrayList<VerbatimView.Line>();
        Set<String> shown = new HashSet<>();
        for (ThemeCoding one : codings) {
            boolean live = one.codebookVersion() == codebook.version();
            List<VerbatimView.Line> place = one.decided() ? there : one.human() ? denied : possible;
            if (live && (place != possible || one.probability() >= SHOWN)) {
                place.add(new VerbatimView.Line(one, one.found().evidence(answer.verbatim()), judges.get(one.theme())));
                shown.add(one.theme());
            }
        }
        List<Theme> others = codebook.codebook().themes().stream()
                .filter(theme -> !shown.contains(theme.id()))
                .toList();
        return new VerbatimView(
                hit,
                questions.of(workspace, answer),
                there,
                possible,
                denied,
                others,
                earlier(codings, codebook.version()));
    }

    /** Who judged each theme. */
    private Map<String, String> judges(WorkspaceId workspace, Response answer) {
        Map<MemberId, String> names = workspaces.names(workspace);
        return verdicts.of(workspace, answer).stream()
                .collect(Collectors.toMap(
                        Verdict::theme,
                        one -> names.getOrDefault(one.givenBy(), ""),
                        (first, again) -> again,
                        LinkedHashMap::new));
    }

    private static List<VerbatimView.Earlier> earlier(List<ThemeCoding> codings, int live) {
        Map<Integer, List<String>> themes = codings.stream()
                .filter(one -> one.codebookVersion() < live && one.decided())
                .collect(Collectors.groupingBy(
                        ThemeCoding::codebookVersion,
                        LinkedHashMap::new,
                        Collectors.mapping(ThemeCoding::name, Collectors.toList())));
        return themes.entrySet().stream()
                .map(one -> new VerbatimView.Earlier(one.getKey(), one.getValue()))
                .toList();
    }
}
