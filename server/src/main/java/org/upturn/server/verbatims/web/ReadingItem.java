package org.upturn.server.verbatims.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.personal.PersonalData;
import org.upturn.engine.said.Consequence;
import org.upturn.engine.said.Evidence;
import org.upturn.server.verbatims.ReadingDetail;
import org.upturn.server.verbatims.ThemeFound;
import org.upturn.server.verbatims.VerbatimReading;

/** A reading as the API shows it: {@code start} and {@code end} are UTF-16 indexes into the verbatim. */
record ReadingItem(
        List<ThemeItem> themes,
        double sentiment,
        @Nullable Integer suggestedScore,
        @Nullable List<Double> scoreProbabilities,
        String language,
        boolean silent,
        boolean lowSignal,
        @Nullable String tone,
        @Nullable Place toneEvidence,
        Slots slots,
        @Nullable String gap,
        @Nullable Place gapEvidence,
        @Nullable String mismatch,
        List<PersonalItem> personalData,
        String engine,
        int codebookVersion) {

    /** A theme found; {@code human} when a person said so. */
    record ThemeItem(
            String theme,
            String name,
            @Nullable String gap,
            double probability,
            int start,
            int end,
            String evidence,
            double sentiment,
            boolean human) {
        static ThemeItem of(ThemeFound one, String verbatim) {
            return new ThemeItem(
                    one.theme(),
                    one.name(),
                    one.gap(),
                    one.probability(),
                    one.start(),
                    one.end(),
                    one.evidence(verbatim),
                    one.sentiment(),
                    one.human());
        }
    }

    /** Where something stands. */
    record Place(int start, int end) {
        static @Nullable Place of(@Nullable Evidence evidence) {
            return evidence == null ? null : new Place(evidence.start(), evidence.end());
        }
    }

    /** A consequence under way, for example {@code leaving}. */
    record ConsequenceItem(String kind, int start, int end) {
        static ConsequenceItem of(Consequence one) {
            return new ConsequenceItem(
                    one.kind().word(), one.evidence().start(), one.evidence().end());
        }
    }

    /** The three slots of S4-03. */
    record Slots(List<Place> failure, List<Place> actions, List<ConsequenceItem> consequence) {
        static Slots of(org.upturn.engine.said.Slots slots) {
            return new Slots(
                    slots.failures().stream().map(Place::of).toList(),
                    slots.actions().stream().map(Place::of).toList(),
                    slots.consequences().stream().map(ConsequenceItem::of).toList());
        }
    }

    /** Something that points to a person, for example {@code email}. */
    record PersonalItem(String kind, int start, int end) {
        static PersonalItem of(PersonalData one) {
            return new PersonalItem(one.kind().word(), one.start(), one.end());
        }
    }

    static ReadingItem of(VerbatimReading reading, String verbatim) {
        ReadingDetail detail = reading.detail();
        return new ReadingItem(
                reading.themes().stream()
                        .map(one -> ThemeItem.of(one, verbatim))
                        .toList(),
                reading.sentiment(),
                reading.suggestedScore(),
                detail.scores() == null ? null : detail.scores().probabilities(),
                reading.language(),
                reading.silent(),
                reading.lowSignal(),
                reading.tone(),
                Place.of(detail.tone()),
                Slots.of(detail.slots()),
                reading.gap(),
                Place.of(detail.gap()),
                reading.mismatch(),
                detail.personalData().stream().map(PersonalItem::of).toList(),
                reading.engine(),
                reading.codebookVersion());
    }
}
