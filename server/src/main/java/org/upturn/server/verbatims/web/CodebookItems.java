package org.upturn.server.verbatims.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Theme;
import org.upturn.server.verbatims.codebook.CodebookContent;
import org.upturn.server.verbatims.codebook.CodebookDiff;
import org.upturn.server.verbatims.codebook.CodebookVersion;
import org.upturn.server.verbatims.codebook.Draft;
import org.upturn.server.verbatims.codebook.VersionedTheme;
import org.upturn.server.verbatims.history.DraftPreview;

/** What the API says about codebooks. */
final class CodebookItems {
    private CodebookItems() {}

    record ThemeItem(
            String id,
            String name,
            String description,
            List<String> examples,
            @Nullable String gap,
            @Nullable String owner,
            @Nullable String parent,
            List<String> formerly,
            @Nullable String splitFrom) {
        static ThemeItem of(VersionedTheme one) {
            Theme theme = one.theme();
            return new ThemeItem(
                    theme.id(),
                    theme.name(),
                    theme.description(),
                    theme.examples(),
                    theme.gap() == null ? null : theme.gap().word(),
                    theme.owner(),
                    theme.parent(),
                    one.formerly(),
                    one.splitFrom());
        }

        static List<ThemeItem> all(CodebookContent content) {
            return content.themes().stream().map(ThemeItem::of).toList();
        }
    }

    record CodebookItem(String name, int version, List<ThemeItem> themes) {
        static CodebookItem of(int version, CodebookContent content) {
            return new CodebookItem(content.name(), version, ThemeItem.all(content));
        }
    }

    record VersionItem(
            int version,
            String state,
            String name,
            String note,
            @Nullable UUID createdBy,
            Instant createdAt,
            @Nullable Instant activatedAt) {
        static VersionItem of(CodebookVersion one) {
            return new VersionItem(
                    one.number(),
                    one.state().word(),
                    one.name(),
                    one.note(),
                    one.createdBy(),
                    one.createdAt(),
                    one.activatedAt());
        }
    }

    record Versions(List<VersionItem> items) {}

    record Named(String theme, String name) {
        static Named of(Theme theme) {
            return new Named(theme.id(), theme.name());
        }
    }

    record AddedItem(String theme, String name, @Nullable String splitFrom) {}

    record MergedItem(String theme, String name, String into) {}

    record ChangedItem(String theme, String name, List<String> fields) {}

    record DiffItem(
            @Nullable String name,
            List<AddedItem> added,
            List<Named> removed,
            List<MergedItem> merged,
            List<ChangedItem> changed,
            List<Named> moved) {
        static DiffItem of(CodebookDiff diff) {
            return new DiffItem(
                    diff.name(),
                    diff.added().stream()
                            .map(one -> new AddedItem(
                                    one.theme().id(),
                                    one.theme().name(),
                                    one.splitFrom() == null
                                            ? null
                                            : one.splitFrom().id()))
                            .toList(),
                    diff.removed().stream().map(Named::of).toList(),
                    diff.merged().stream()
                            .map(one -> new MergedItem(
                                    one.theme().id(),
                                    one.theme().name(),
                                    one.into().id()))
                            .toList(),
                    diff.changed().stream()
                            .map(one -> new ChangedItem(
                                    one.after().id(),
                                    one.after().name(),
                                    one.fields().stream()
                                            .map(CodebookDiff.Field::word)
                                            .toList()))
                            .toList(),
                    diff.moved().stream().map(Named::of).toList());
        }
    }

    /** @param revision 0 when nobody has begun it */
    record DraftItem(int version, int revision, String name, List<ThemeItem> themes, DiffItem changes) {
        static DraftItem of(Draft draft) {
            return new DraftItem(
                    draft.number(),
                    draft.revision(),
                    draft.content().name(),
                    ThemeItem.all(draft.content()),
                    DiffItem.of(draft.changes()));
        }
    }

    /** Words with the evidence that they show; {@code start} and {@code end} are UTF-16 indexes into them. */
    record SampleItem(UUID contact, String verbatim, int start, int end) {
        static List<SampleItem> of(List<DraftPreview.Sample> samples) {
            return samples.stream()
                    .map(one -> new SampleItem(one.contact(), one.verbatim(), one.start(), one.end()))
                    .toList();
        }
    }

    record EffectItem(
            String theme,
            String name,
            String kind,
            int before,
            int after,
            List<SampleItem> gained,
            List<SampleItem> lost) {}

    record PreviewItem(int version, int revision, int read, int all, boolean finished, List<EffectItem> themes) {
        static PreviewItem of(DraftPreview preview) {
            return new PreviewItem(
                    preview.version(),
                    preview.revision(),
                    preview.read(),
                    preview.all(),
                    preview.finished(),
                    preview.effects().stream()
                            .map(one -> new EffectItem(
                                    one.theme().id(),
                                    one.theme().name(),
                                    one.kind().word(),
                                    one.before(),
                                    one.after(),
                                    SampleItem.of(one.gained()),
                                    SampleItem.of(one.lost())))
                            .toList());
        }
    }

    record ActivationItem(int version, String state, int responses, int read) {
        static ActivationItem of(CodebookVersion one) {
            return new ActivationItem(one.number(), one.state().word(), one.responsesAll(), one.responsesRead());
        }
    }
}
