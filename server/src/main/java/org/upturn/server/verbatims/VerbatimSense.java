package org.upturn.server.verbatims;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.engine.guard.Sense;
import org.upturn.server.verbatims.reader.LoadedReader;

/** How near two texts come in meaning, by the engine that reads verbatims. */
@Component
public class VerbatimSense {
    private final LoadedReader reader;

    VerbatimSense(LoadedReader reader) {
        this.reader = reader;
    }

    /**
     * Only English, by the model that {@link org.upturn.engine.guard.FirstSentence} was measured with; elsewhere words
     * decide alone.
     *
     * @param language of what is compared; null while it is not known
     */
    public Sense of(@Nullable String language) {
        return "en".equals(language) && reader.isMiniLm()
                ? (sentence, words) -> reader.with(engine -> engine.passages().nearness(sentence, words))
                : Sense.NONE;
    }
}
