package org.upturn.server.verbatims.codebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Codebook;
import org.upturn.engine.CodebookException;
import org.upturn.engine.CodebookFile;
import org.upturn.engine.Theme;

/** What can be done with the themes of a draft. Each gives the new content, or says what is wrong. */
final class ThemeEdits {
    private static final int LONGEST_ID = 60;
    private static final int MOST_EXAMPLES = 200;

    private ThemeEdits() {}

    /** The content as an import would take it: every limit holds, every parent exists. */
    static CodebookContent checked(CodebookContent content) {
        try {
            Codebook sound = CodebookFile.of(Map.of(
                    "name",
                    content.name(),
                    "themes",
                    content.themes().stream()
                            .map(one -> CodebookFile.entry(one.theme()))
                            .toList()));
            var themes = new ArrayList<VersionedTheme>();
            for (int i = 0; i < sound.themes().size(); i++) {
                themes.add(content.themes().get(i).with(sound.themes().get(i)));
            }
            return new CodebookContent(sound.name(), themes);
        } catch (CodebookException unusable) {
            throw CodebookProblems.unusable(unusable);
        }
    }

    static CodebookContent add(CodebookContent content, Theme theme) {
        return with(content, Stream.concat(content.themes().stream(), Stream.of(new VersionedTheme(theme))));
    }

    static CodebookContent change(CodebookContent content, Theme theme) {
        known(content, theme.id());
        return map(content, one -> one.id().equals(theme.id()) ? one.with(theme) : one);
    }

    /** Those below it come to stand where it stood. */
    static CodebookContent remove(CodebookContent content, String id) {
        VersionedTheme gone = known(content, id);
        if (content.themes().size() == 1) {
            throw CodebookProblems.lastTheme();
        }
        return without(content, gone, gone.theme().parent());
    }

    /** One theme gives its examples to another, which remembers what it was. */
    static CodebookContent merge(CodebookContent content, String id, String into) {
        if (id.equals(into)) {
            throw CodebookProblems.sameTheme();
        }
        VersionedTheme gone = known(content, id);
        VersionedTheme heir = known(content, into);
        var examples = new LinkedHashSet<>(heir.theme().examples());
        examples.addAll(gone.theme().examples());
        var formerly = new LinkedHashSet<>(heir.formerly());
        formerly.addAll(gone.formerly());
        formerly.add(id);
        formerly.remove(into);
        String parent = id.equals(heir.theme().parent())
                ? gone.theme().parent()
                : heir.theme().parent();
        var merged = new VersionedTheme(
                new Theme(
                        into,
                        heir.theme().name(),
                        heir.theme().description(),
                        examples.stream().limit(MOST_EXAMPLES).toList(),
                        heir.theme().gap(),
                        heir.theme().owner(),
                        parent),
                List.copyOf(formerly),
                heir.splitFrom());
        return without(map(content, one -> one.id().equals(into) ? merged : one), gone, into);
    }

    /** Some of the examples go to a new theme that comes next; the first keeps the id. */
    static CodebookContent split(CodebookContent content, String id, String name, Set<String> moving) {
        VersionedTheme whole = known(content, id);
        Theme theme = whole.theme();
        Map<Boolean, List<String>> parts = theme.examples().stream()
                .collect(Collectors.partitioningBy(one -> moving.contains(ThemeForm.line(one))));
        var second = new Theme(
                freeId(content, name),
                name,
                theme.description(),
                parts.get(true),
                theme.gap(),
                theme.owner(),
                theme.parent());
        VersionedTheme first = whole.with(new Theme(
                id, theme.name(), theme.description(), parts.get(false), theme.gap(), theme.owner(), theme.parent()));
        return with(
                content,
                content.themes().stream()
                        .flatMap(one -> one == whole
                                ? Stream.of(first, new VersionedTheme(second, List.of(), id))
                                : Stream.of(one)));
    }

    /** Up or down among those that stand below the same theme; the first stays the first. */
    static CodebookContent move(CodebookContent content, String id, boolean up) {
        VersionedTheme moving = known(content, id);
        List<VersionedTheme> siblings = content.themes().stream()
                .filter(one ->
                        Objects.equals(one.theme().parent(), moving.theme().parent()))
                .toList();
        int other = siblings.indexOf(moving) + (up ? -1 : 1);
        if (other < 0 || other >= siblings.size()) {
            return content;
        }
        var themes = new ArrayList<>(content.themes());
        themes.remove(moving);
        themes.add(themes.indexOf(siblings.get(other)) + (up ? 0 : 1), moving);
        return new CodebookContent(content.name(), themes);
    }

    /** Another codebook in its place; themes that keep their id keep their history. */
    static CodebookContent replace(CodebookContent content, CodebookContent told) {
        Set<String> present = told.themes().stream().map(VersionedTheme::id).collect(Collectors.toSet());
        return new CodebookContent(
                told.name(),
                told.themes().stream()
                        .map(theme -> kept(content.theme(theme.id()).orElse(theme), theme, present))
                        .toList());
    }

    private static VersionedTheme kept(VersionedTheme before, VersionedTheme told, Set<String> present) {
        return new VersionedTheme(
                told.theme(),
                Stream.concat(before.formerly().stream(), told.formerly().stream())
                        .filter(id -> !present.contains(id))
                        .distinct()
                        .toList(),
                told.splitFrom() == null ? before.splitFrom() : told.splitFrom());
    }

    /** An id made of the name that no theme here has or had. */
    static String freeId(CodebookContent content, String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String base = plain.isEmpty() ? "theme" : plain.substring(0, Math.min(plain.length(), LONGEST_ID));
        Collection<String> taken = content.themes().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.id()), one.formerly().stream()))
                .collect(Collectors.toSet());
        String id = base;
        for (int i = 2; taken.contains(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }

    static VersionedTheme known(CodebookContent content, String id) {
        return content.theme(id).orElseThrow(CodebookProblems::noSuchTheme);
    }

    private static CodebookContent without(CodebookContent content, VersionedTheme gone, @Nullable String parent) {
        return with(
                content,
                content.themes().stream()
                        .filter(one -> !one.id().equals(gone.id()))
                        .map(one ->
                                gone.id().equals(one.theme().parent()) ? one.with(below(one.theme(), parent)) : one));
    }

    private static Theme below(Theme theme, @Nullable String parent) {
        return new Theme(
                theme.id(), theme.name(), theme.description(), theme.examples(), theme.gap(), theme.owner(), parent);
    }

    private static CodebookContent map(CodebookContent content, UnaryOperator<VersionedTheme> change) {
        return with(content, content.themes().stream().map(change));
    }

    private static CodebookContent with(CodebookContent content, Stream<VersionedTheme> themes) {
        return new CodebookContent(content.name(), themes.toList());
    }
}
