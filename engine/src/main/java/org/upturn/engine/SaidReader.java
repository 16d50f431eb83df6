package org.upturn.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.phrases.Tokens;
import org.upturn.engine.said.Slots;
import org.upturn.engine.said.Tone;

/** Reads what stands in a text beside its themes: tone, slots and gap. */
final class SaidReader {
    private final ToneReader tones = new ToneReader();
    private final SlotReader slots = new SlotReader();
    private final GapReader gaps = new GapReader();

    /** Tone, slots, and the gap if there is one. */
    record Said(Tone tone, Slots slots, @Nullable GapHint gap) {}

    Said read(FeltText text, Codebook codebook, List<Coding> codings) {
        Tokens tokens = Tokens.of(text.text());
        return new Said(
                tones.read(text, tokens),
                slots.read(text, tokens),
                gaps.read(text, tokens, codebook, codings).orElse(null));
    }
}
