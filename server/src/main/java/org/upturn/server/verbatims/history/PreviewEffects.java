package org.upturn.server.verbatims.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upturn.engine.Coding;
import org.upturn.engine.Theme;
import org.upturn.server.responses.Response;
import org.upturn.server.verbatims.ThemeFound;
import org.upturn.server.verbatims.VerbatimReading;
import org.upturn.server.verbatims.codebook.Draft;
import org.upturn.server.verbatims.codebook.VersionedTheme;

/** Counts, theme by theme, what one verbatim after the other names before and after. */
final class PreviewEffects {
    private static final int SAMPLES = 3;

    private final Map<String, String> heirs;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    private static final class Count {
        private final Theme theme;
        private final DraftPreview.Kind kind;
        private int before;
        private int after;
        private final List<DraftPreview.Sample> gained = new ArrayList<>();
        private final List<DraftPreview.Sample> lost = new ArrayList<>();

        Count(Theme theme, DraftPreview.Kind kind) {
            this.theme = theme;
            this.kind = kind;
        }
    }

    PreviewEffects(Draft draft) {
        heirs = draft.content().heirs();
        Set<String> old =
                draft.active().themes().stream().map(VersionedTheme::id).collect(Collectors.toSet());
        draft.content()
                .themes()
                .forEach(one -> counts.put(
                        one.id(),
                        new Count(
                                one.theme(),
                                old.contains(one.id()) ? DraftPreview.Kind.KEPT : DraftPreview.Kind.ADDED)));
        draft.active().themes().stream()
                .filter(one -> !heirs.containsKey(one.id()))
                .forEach(one -> counts.putIfAbsent(one.id(), new Count(one.theme(), DraftPreview.Kind.REMOVED)));
    }

    void add(Response answer, VerbatimReading before, List<Coding> after) {
        var named = new LinkedHashMap<String, ThemeFound>();
        before.themes().forEach(one -> named.putIfAbsent(heirs.getOrDefault(one.theme(), one.theme()), one));
        var naming = after.stream().collect(Collectors.toMap(Coding::theme, one -> one));
        var all = new HashSet<>(named.keySet());
        all.addAll(naming.keySet());
        for (String id : all) {
            Count count = counts.get(id);
            if (count != null) {
                boolean was = named.containsKey(id);
                boolean is = naming.containsKey(id);
                count.before += was ? 1 : 0;
                count.after += is ? 1 : 0;
                if (is && !was) {
                    sample(
                            count.gained,
                            answer,
                            count.theme,
                            naming.get(id).start(),
                            naming.get(id).end());
                } else if (was && !is) {
                    sample(
                            count.lost,
                            answer,
                            count.theme,
                            named.get(id).start(),
                            named.get(id).end());
                }
            }
        }
    }

    private static void sample(List<DraftPreview.Sample> samples, Response answer, Theme theme, int start, int end) {
        if (samples.size() < SAMPLES) {
            samples.add(new DraftPreview.Sample(answer.contact().value(), answer.verbatim(), theme.name(), start, end));
        }
    }

    /** Every theme, those that change most first. */
    List<DraftPreview.Effect> all() {
        return counts.values().stream()
                .map(one -> new DraftPreview.Effect(
                        one.theme, one.kind, one.before, one.after, List.copyOf(one.gained), List.copyOf(one.lost)))
                .sorted(Comparator.comparing(DraftPreview.Effect::isSame)
                        .thenComparing(one -> -Math.abs(one.after() - one.before())))
                .toList();
    }
}
