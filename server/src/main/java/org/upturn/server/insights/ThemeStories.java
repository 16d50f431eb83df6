package org.upturn.server.insights;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.upturn.engine.Theme;
import org.upturn.server.changes.Change;
import org.upturn.server.changes.Changes;
import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.TeamCodebook;

/**
 * The door to all that is known of one theme. What people’s corrections say about it belongs beside the other figures in
 * {@link ThemeStory}.
 */
@Service
public class ThemeStories {
    private static final int MOST_RELATED = 6;
    private static final int MOST_SEGMENTS = 3;

    private final Insights insights;
    private final ThemeStoryRepository repository;
    private final Surveys surveys;
    private final Codebooks codebooks;
    private final Changes changes;

    ThemeStories(
            Insights insights, ThemeStoryRepository repository, Surveys surveys, Codebooks codebooks, Changes changes) {
        this.insights = insights;
        this.repository = repository;
        this.surveys = surveys;
        this.codebooks = codebooks;
        this.changes = changes;
    }

    /**
     * The story of a theme; of its heir when it was merged into another.
     *
     * @param wave one that was answered; null for the latest
     */
    public ThemeStory of(WorkspaceId workspace, Program program, String key, @Nullable UUID wave) {
        TeamCodebook codebook = codebooks.active(workspace, program.id());
        Theme theme = codebooks
                .present(workspace, program.id(), key)
                .flatMap(codebook.codebook()::theme)
                .orElseThrow(() -> Problem.notFound("problem.unknown.theme"));
        var asked = AskedTheme.of(workspace, program.id(), theme.id(), codebook);
        List<ThemeWave> waves = waves(asked);
        ThemeWave shown = shown(waves, wave);
        boolean named = shown != null && shown.isNamed();
        return new ThemeStory(
                program,
                theme,
                theme.parent() == null
                        ? null
                        : codebook.codebook().theme(theme.parent()).orElse(null),
                codebook.codebook().themes().stream()
                        .filter(one -> theme.id().equals(one.parent()))
                        .toList(),
                waves,
                shown,
                named ? related(asked, shown.wave().id()) : List.of(),
                named ? segments(asked, shown) : List.of(),
                changes(asked, codebook.heirs()));
    }

    private List<ThemeWave> waves(AskedTheme asked) {
        Map<WaveId, NetPromoterScore> all = insights.npsByWave(asked.workspace(), asked.program());
        var naming = repository.waves(asked);
        return surveys.waves(asked.workspace(), asked.program()).stream()
                .filter(wave -> all.containsKey(wave.id()))
                .map(wave -> {
                    var named = naming.getOrDefault(wave.id(), ThemeStoryRepository.Named.BY_NOBODY);
                    return new ThemeWave(wave, all.get(wave.id()), named.nps(), named.feelings());
                })
                .toList();
    }

    private static @Nullable ThemeWave shown(List<ThemeWave> waves, @Nullable UUID asked) {
        if (asked == null) {
            return waves.isEmpty() ? null : waves.getLast();
        }
        return waves.stream()
                .filter(one -> one.wave().id().value().equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.unknown.answeredWave"));
    }

    private List<RelatedTheme> related(AskedTheme asked, WaveId wave) {
        return repository.together(asked, wave).stream()
                .filter(RelatedTheme::isBeyondChance)
                .sorted(Comparator.comparingDouble(RelatedTheme::lift)
                        .reversed()
                        .thenComparing(RelatedTheme::name)
                        .thenComparing(RelatedTheme::theme))
                .limit(MOST_RELATED)
                .toList();
    }

    /** The segments with the highest lower end of their interval: three of five are less sure than thirty of fifty. */
    private List<ThemeSegment> segments(AskedTheme asked, ThemeWave shown) {
        return repository.segments(asked, shown.wave().id()).stream()
                .filter(one -> one.standsOut(shown.answers()))
                .sorted(Comparator.<ThemeSegment>comparingDouble(
                                one -> -one.naming().low())
                        .thenComparing(ThemeSegment::attribute)
                        .thenComparing(ThemeSegment::value))
                .limit(MOST_SEGMENTS)
                .toList();
    }

    private List<Change> changes(AskedTheme asked, Map<String, String> heirs) {
        return changes.list(asked.workspace(), asked.program()).stream()
                .filter(one -> heirs.getOrDefault(one.theme(), one.theme()).equals(asked.theme()))
                .toList();
    }
}
