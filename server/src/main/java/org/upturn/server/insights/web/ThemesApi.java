package org.upturn.server.insights.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.insights.QuoteFilter;
import org.upturn.server.insights.Quotes;
import org.upturn.server.insights.ThemeStories;
import org.upturn.server.insights.web.ThemeItems.QuoteItem;
import org.upturn.server.insights.web.ThemeItems.ThemeStoryItem;
import org.upturn.server.kernel.PathPart;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;

/** One theme with its figures and words for programs. */
@RestController
@RequestMapping("/api/v1/programs/{program}/themes/{theme}")
class ThemesApi {
    private final ThemeStories stories;
    private final Quotes quotes;
    private final Surveys surveys;

    ThemesApi(ThemeStories stories, Quotes quotes, Surveys surveys) {
        this.stories = stories;
        this.quotes = quotes;
        this.surveys = surveys;
    }

    @GetMapping
    ThemeStoryItem find(
            Member member,
            @PathVariable UUID program,
            @PathVariable String theme,
            @RequestParam(required = false) @Nullable UUID wave) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        return ThemeStoryItem.of(stories.of(member.workspace(), known, PathPart.key(theme), wave));
    }

    @GetMapping("/quotations")
    Slice<QuoteItem> quotations(
            Member member,
            @PathVariable UUID program,
            @PathVariable String theme,
            @RequestParam(required = false) @Nullable UUID wave,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam Map<String, String> told) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        if (wave == null) {
            throw Problem.invalid("wave", "problem.search.wave");
        }
        Wave asked = surveys.wave(member.workspace(), new WaveId(wave));
        if (!asked.program().equals(known.id())) {
            throw Problem.notFound("problem.unknown.wave");
        }
        return quotes.list(
                        member.workspace(), asked, PathPart.key(theme), QuoteFilter.of(told), after, Slice.limit(limit))
                .map(QuoteItem::of);
    }
}
