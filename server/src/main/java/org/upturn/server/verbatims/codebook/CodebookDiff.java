package org.upturn.server.verbatims.codebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Theme;

/**
 * What differs between two versions.
 *
 * @param name the new name, when it changed
 * @param moved themes that stand in another place among the others
 */
public record CodebookDiff(
        @Nullable String name,
        List<Added> added,
        List<Theme> removed,
        List<Merged> merged,
        List<Changed> changed,
        List<Theme> moved) {
    /** A theme that was not there before. */
    public record Added(Theme theme, @Nullable Theme splitFrom) {}

    /** A theme that went into another one. */
    public record Merged(Theme theme, Theme into) {}

    /** A theme that says something else. */
    public record Changed(Theme before, Theme after, List<Field> fields) {
        /** Words that stood there and stand there no more. */
        public List<String> gone() {
            return words(before, after);
        }

        /** Words that stand there now and did not before. */
        public List<String> come() {
            return words(after, before);
        }

        private static List<String> words(Theme of, Theme without) {
            return Stream.concat(
                            Stream.of(Field.NAME, Field.DESCRIPTION)
                                    .filter(field -> !Objects.equals(field.of(of), field.of(without)))
                                    .map(field -> String.valueOf(field.of(of))),
                            of.examples().stream()
                                    .filter(one -> !without.examples().contains(one)))
                    .toList();
        }
    }

    /** What a theme says about itself. */
    public enum Field {
        NAME,
        DESCRIPTION,
        EXAMPLES,
        GAP,
        OWNER,
        PARENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private @Nullable Object of(Theme theme) {
            return switch (this) {
                case NAME -> theme.name();
                case DESCRIPTION -> theme.description();
                case EXAMPLES -> theme.examples();
                case GAP -> theme.gap();
                case OWNER -> theme.owner();
                case PARENT -> theme.parent();
            };
        }
    }

    public static CodebookDiff of(CodebookContent before, CodebookContent after) {
        Map<String, Theme> old = byId(before);
        Map<String, Theme> now = byId(after);
        Map<String, String> heirs = after.heirs();
        List<Theme> gone =
                old.values().stream().filter(one -> !now.containsKey(one.id())).toList();
        return new CodebookDiff(
                before.name().equals(after.name()) ? null : after.name(),
                added(old, after),
                gone.stream().filter(one -> !heirs.containsKey(one.id())).toList(),
                gone.stream()
                        .filter(one -> heirs.containsKey(one.id()))
                        .map(one -> new Merged(one, now.get(heirs.get(one.id()))))
                        .toList(),
                changed(old, now),
                moved(old, now));
    }

    /** How many changes there are. */
    public int count() {
        return (name == null ? 0 : 1) + added.size() + removed.size() + merged.size() + changed.size() + moved.size();
    }

    private static Map<String, Theme> byId(CodebookContent content) {
        var themes = new LinkedHashMap<String, Theme>();
        content.themes().forEach(one -> themes.put(one.id(), one.theme()));
        return themes;
    }

    private static List<Added> added(Map<String, Theme> old, CodebookContent after) {
        return after.themes().stream()
                .filter(one -> !old.containsKey(one.id()))
                .map(one -> new Added(one.theme(), one.splitFrom() == null ? null : old.get(one.splitFrom())))
                .toList();
    }

    private static List<Changed> changed(Map<String, Theme> old, Map<String, Theme> now) {
        return old.values().stream()
                .filter(one -> now.containsKey(one.id()))
                .map(one -> new Changed(one, now.get(one.id()), fields(one, now.get(one.id()))))
                .filter(one -> !one.fields().isEmpty())
                .toList();
    }

    private static List<Field> fields(Theme before, Theme after) {
        return Stream.of(Field.values())
                .filter(field -> !Objects.equals(field.of(before), field.of(after)))
                .toList();
    }

    /** All but a longest run of themes that kept their order. */
    private static List<Theme> moved(Map<String, Theme> old, Map<String, Theme> now) {
        List<String> places = old.keySet().stream().filter(now::containsKey).toList();
        List<Theme> themes =
                now.values().stream().filter(one -> old.containsKey(one.id())).toList();
        var moved = new ArrayList<>(themes);
        longestInOrder(themes.stream().map(one -> places.indexOf(one.id())).toList())
                .forEach(place -> moved.removeIf(one -> one.id().equals(places.get(place))));
        return moved;
    }

    private static List<Integer> longestInOrder(List<Integer> places) {
        var runs = new ArrayList<List<Integer>>();
        List<Integer> longest = List.of();
        for (int i = 0; i < places.size(); i++) {
            List<Integer> best = List.of();
            for (int j = 0; j < i; j++) {
                if (places.get(j) < places.get(i) && runs.get(j).size() > best.size()) {
                    best = runs.get(j);
                }
            }
            var run = new ArrayList<>(best);
            run.add(places.get(i));
            runs.add(run);
            longest = run.size() > longest.size() ? run : longest;
        }
        return longest;
    }
}
