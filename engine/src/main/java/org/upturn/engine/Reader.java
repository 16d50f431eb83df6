package org.upturn.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The door of the engine: reads a verbatim against a codebook.
 *
 * <p>Pure and thread-safe: the same codebook and verbatim give the same reading on any thread, in any order. Loading
 * takes a second or two and some 200 MB, so a program keeps one. The first verbatim read against a codebook also reads
 * the codebook itself, some 3 ms for each of its phrases; the last {@value #KEPT_CODEBOOKS} codebooks are kept ready.
 *
 * <p>Of a very long text the first {@value MeaningReader#READ_CHARACTERS} characters, and of those the first
 * {@value MeaningReader#READ_PIECES} word pieces (some 1,500 words), are read; the rest is ignored.
 */
public final class Reader implements AutoCloseable {
    private static final String ENGINE = "upturn-1 minilm-l6-v2-q";
    private static final int KEPT_CODEBOOKS = 32;

    private final MeaningReader meanings = new MeaningReader();
    private final Background background = Background.load();
    private final Sentiment sentiment = Sentiment.load();
    private final ThemeReader themes = new ThemeReader(background, sentiment);
    private final Map<Codebook, PreparedCodebook> prepared = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Codebook, PreparedCodebook> eldest) {
            return size() > KEPT_CODEBOOKS;
        }
    };
    private final ReentrantLock preparing = new ReentrantLock();

    private Reader() {}

    /** Loads the model that travels in the jar. */
    public static Reader load() {
        return new Reader();
    }

    /** Reads one verbatim by the codebook alone. */
    public Reading read(Codebook codebook, Verbatim verbatim) {
        return read(codebook, Learned.NOTHING, verbatim);
    }

    /**
     * Reads one verbatim. Text without a letter or a sign gives an empty, silent reading.
     *
     * @param learned what people's judgements taught about this version of the codebook
     * @return codings with a probability of at least {@value ThemeJudge#CANDIDATE}, and all that people gave to this very
     *     text; most probable first
     */
    public Reading read(Codebook codebook, Learned learned, Verbatim verbatim) {
        String text = MeaningReader.readable(verbatim.text());
        String language = verbatim.language() == null ? Language.of(text) : verbatim.language();
        boolean silent = Silence.of(text);
        Meaning meaning = meanings.read(text);
        ThemeJudge judge = new ThemeJudge(learned, learned.verdicts(verbatim.text()));
        if (meaning.clauses().isEmpty()) {
            return new Reading(judge.codings(new Span(0, text.length())), 0, null, language, silent, ENGINE);
        }
        double feeling = sentiment.of(meaning.whole(), text, verbatim.question());
        List<ThemeReader.Prior> priors = themes.priors(prepared(codebook), meaning, text, language);
        Traits traits = learned.isNothing() ? null : Traits.of(priors, background, meaning, text, language);
        List<Coding> codings = judge.codings(priors, traits, meaning);
        return new Reading(codings, feeling, SuggestedScore.of(feeling, silent, language), language, silent, ENGINE);
    }

    /** One who learns this codebook's themes from people; it uses this reader, so close the reader last. */
    public Learner learner(Codebook codebook) {
        return new Learner(this, codebook);
    }

    /** What the themes are judged by in a text given without a question; null when there is nothing to read. */
    @Nullable
    Traits traits(Codebook codebook, String given) {
        String text = MeaningReader.readable(given);
        Meaning meaning = meanings.read(text);
        if (meaning.clauses().isEmpty()) {
            return null;
        }
        String language = Language.of(text);
        return Traits.of(
                themes.priors(prepared(codebook), meaning, text, language), background, meaning, text, language);
    }

    private PreparedCodebook prepared(Codebook codebook) {
        preparing.lock();
        try {
            PreparedCodebook ready = prepared.get(codebook);
            if (ready == null) {
                ready = PreparedCodebook.of(codebook, meanings, background, sentiment);
                prepared.put(codebook, ready);
            }
            return ready;
        } finally {
            preparing.unlock();
        }
    }

    @Override
    public void close() {
        meanings.close();
    }
}
