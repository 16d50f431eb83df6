package org.upturn.server.insights.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.insights.Quote;
import org.upturn.server.insights.QuoteFilter;
import org.upturn.server.insights.Quotes;
import org.upturn.server.insights.ThemeStories;
import org.upturn.server.insights.ThemeStory;
import org.upturn.server.kernel.PathPart;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** One theme: how it goes, who names it, how it feels, and what people say. */
@Controller
class ThemePages {
    private static final int QUOTATIONS = 20;

    private final ThemeStories stories;
    private final Quotes quotes;
    private final Surveys surveys;
    private final Templates templates;

    ThemePages(ThemeStories stories, Quotes quotes, Surveys surveys, Templates templates) {
        this.stories = stories;
        this.quotes = quotes;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping("/themes/{theme}")
    Object theme(
            Page page,
            Member member,
            @PathVariable String theme,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(required = false) @Nullable UUID wave,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam Map<String, String> told) {
        WorkspaceId workspace = member.workspace();
        List<Program> programs = surveys.programs(workspace);
        Program chosen =
                surveys.chosen(workspace, program).orElseThrow(() -> Problem.notFound("problem.unknown.theme"));
        var filter = QuoteFilter.of(told);
        ThemeStory story = stories.of(workspace, chosen, PathPart.key(theme), wave);
        return templates.insightsTheme(
                page, new ThemeSheet(programs, story, filter, words(workspace, story, filter, after)));
    }

    private Slice<Quote> words(WorkspaceId workspace, ThemeStory story, QuoteFilter filter, @Nullable UUID after) {
        return story.shown() == null
                ? new Slice<>(List.of(), null)
                : quotes.list(workspace, story.shown().wave(), story.theme().id(), filter, after, QUOTATIONS);
    }
}
