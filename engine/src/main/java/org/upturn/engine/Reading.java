package org.upturn.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.encoders.ShippedEncoders;
import org.upturn.engine.personal.PersonalData;
import org.upturn.engine.said.Slots;
import org.upturn.engine.said.Tone;
import org.upturn.engine.score.Mismatch;
import org.upturn.engine.score.ScoreDistribution;

/**
 * All that was read from one verbatim. The same engine, codebook and verbatim always give the same reading.
 *
 * @param codings themes found, most probable first; undecided candidates come with {@code decided = false}
 * @param sentiment −1 (very negative) … +1 (very positive), 0 when neutral or empty
 * @param language ISO 639-1 code of the text, {@code und} when it cannot be told
 * @param signal how much it says
 * @param tone constructive or hostile, null when it answers nothing
 * @param slots the failure named, the actions taken and the consequences under way
 * @param gap which gap the words point to, null when to none
 * @param scores how likely each score is given the words, null when they do not say enough
 * @param mismatch why score and words do not go together, null when they do or no score was given
 * @param personalData what points to a person, in the order of the text
 * @param versions what read it
 */
public record Reading(
        List<Coding> codings,
        double sentiment,
        String language,
        Signal signal,
        @Nullable Tone tone,
        Slots slots,
        @Nullable GapHint gap,
        @Nullable ScoreDistribution scores,
        @Nullable Mismatch mismatch,
        List<PersonalData> personalData,
        Versions versions) {
    public Reading {
        codings = List.copyOf(codings);
        personalData = List.copyOf(personalData);
    }

    /** The codings the engine stands by. */
    public List<Coding> decided() {
        return codings.stream().filter(Coding::decided).toList();
    }

    /** Whether the text says nothing a team could act on (S4-18, decision 8). */
    public boolean silent() {
        return signal != Signal.FULL;
    }

    /**
     * Whether a silent text still names a theme ("too expensive"). By decision 8 both hold: the theme counts, and the person is
     * asked what they mean.
     */
    public boolean namesThemeInFewWords() {
        return signal == Signal.SILENT && codings.stream().anyMatch(Coding::decided);
    }

    /**
     * Whether the text is in a language that the model does not know; one of your own is trusted in every language. Then a
     * theme is decided only where the text shares words with the codebook or people's answers taught it, and no score is
     * suggested: reading without labels is English only.
     */
    public boolean readByWordsOnly() {
        return Language.isForeign(language) && ShippedEncoders.has(versions.model());
    }

    /** Whether the text answers nothing at all. */
    public boolean lowSignal() {
        return signal == Signal.NONE;
    }

    /** The 0…10 score the words suggest, or null when they do not say enough. */
    public @Nullable Integer suggestedScore() {
        return scores == null ? null : scores.median();
    }

    /** Engine and model version, for example {@code upturn-3 minilm-l6-v2-q}. */
    public String engine() {
        return versions.engine() + " " + versions.model();
    }
}
