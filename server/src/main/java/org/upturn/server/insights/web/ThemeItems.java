package org.upturn.server.insights.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Theme;
import org.upturn.server.changes.Change;
import org.upturn.server.insights.Feelings;
import org.upturn.server.insights.Quote;
import org.upturn.server.insights.RelatedTheme;
import org.upturn.server.insights.Share;
import org.upturn.server.insights.ThemeSegment;
import org.upturn.server.insights.ThemeStory;
import org.upturn.server.insights.ThemeWave;
import org.upturn.server.kernel.Group;

/** One theme as the API tells it. */
final class ThemeItems {
    private ThemeItems() {}

    /** @param value 0…1 with its 95 % interval; all three null without a whole */
    record ShareItem(
            long part,
            long whole,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high) {
        static ShareItem of(Share share) {
            return new ShareItem(
                    share.part(), share.whole(), number(share.value()), number(share.low()), number(share.high()));
        }
    }

    /** @param mean −1…+1; null when nothing is said */
    record FeelingsItem(
            long negative,
            long neutral,
            long positive,
            @Nullable Double mean) {
        static FeelingsItem of(Feelings feelings) {
            return new FeelingsItem(
                    feelings.negative(), feelings.neutral(), feelings.positive(), number(feelings.mean()));
        }
    }

    record ThemeWaveItem(
            UUID wave,
            String name,
            ShareItem answers,
            ShareItem detractors,
            ShareItem passives,
            ShareItem promoters,
            FeelingsItem sentiment) {
        static ThemeWaveItem of(ThemeWave one) {
            return new ThemeWaveItem(
                    one.wave().id().value(),
                    one.wave().name(),
                    ShareItem.of(one.answers()),
                    ShareItem.of(one.detractors()),
                    ShareItem.of(one.of(Group.PASSIVE)),
                    ShareItem.of(one.of(Group.PROMOTER)),
                    FeelingsItem.of(one.feelings()));
        }
    }

    record NamedItem(String theme, String name) {
        static NamedItem of(Theme theme) {
            return new NamedItem(theme.id(), theme.name());
        }
    }

    record RelatedItem(String theme, String name, long together, double expected, double lift) {
        static RelatedItem of(RelatedTheme one) {
            return new RelatedItem(one.theme(), one.name(), one.together(), one.expected(), one.lift());
        }
    }

    record ThemeSegmentItem(String attribute, String value, ShareItem naming) {
        static ThemeSegmentItem of(ThemeSegment one) {
            return new ThemeSegmentItem(one.attribute(), one.value(), ShareItem.of(one.naming()));
        }
    }

    record MadeChange(UUID id, String title, Instant madeAt) {
        static MadeChange of(Change change) {
            return new MadeChange(change.id(), change.title(), change.madeAt());
        }
    }

    /** @param wave the one looked at; null, as the impact is, while nobody has answered */
    record ThemeStoryItem(
            String theme,
            String name,
            String description,
            @Nullable String gap,
            @Nullable String owner,
            @Nullable NamedItem parent,
            List<NamedItem> below,
            @Nullable ThemeWaveItem wave,
            @Nullable Double impact,
            List<ThemeWaveItem> waves,
            List<RelatedItem> related,
            List<ThemeSegmentItem> segments,
            List<MadeChange> changes) {
        static ThemeStoryItem of(ThemeStory story) {
            Theme theme = story.theme();
            return new ThemeStoryItem(
                    theme.id(),
                    theme.name(),
                    theme.description(),
                    theme.gap() == null ? null : theme.gap().word(),
                    theme.owner(),
                    story.parent() == null ? null : NamedItem.of(story.parent()),
                    story.below().stream().map(NamedItem::of).toList(),
                    story.shown() == null ? null : ThemeWaveItem.of(story.shown()),
                    story.figures() == null ? null : number(story.figures().impact()),
                    story.waves().stream().map(ThemeWaveItem::of).toList(),
                    story.related().stream().map(RelatedItem::of).toList(),
                    story.segments().stream().map(ThemeSegmentItem::of).toList(),
                    story.changes().stream().map(MadeChange::of).toList());
        }
    }

    /** Words that show the theme; {@code start} and {@code end} are UTF-16 indexes into the verbatim. */
    record QuoteItem(
            UUID response,
            UUID contact,
            @JsonProperty("case") @Nullable UUID item,
            int score,
            String group,
            Instant answeredAt,
            String verbatim,
            int start,
            int end,
            String evidence,
            double probability,
            boolean human,
            String certainty,
            double sentiment) {
        static QuoteItem of(Quote one) {
            return new QuoteItem(
                    one.response(),
                    one.contact(),
                    one.item(),
                    one.score().value(),
                    one.score().group().word(),
                    one.answeredAt(),
                    one.verbatim(),
                    one.start(),
                    one.end(),
                    one.evidence(),
                    one.probability(),
                    one.human(),
                    one.certainty().word(),
                    one.sentiment());
        }
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
