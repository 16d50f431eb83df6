package org.upturn.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

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

    /**
     * Reads one verbatim. Text without a letter or a sign gives an empty, silent reading.
     *
     * @return codings with a probability of at least {@value ThemeReader#CANDIDATE}, most probable first
     */
    public Reading read(Codebook codebook, Verbatim verbatim) {
        return read(codebook, verbatim, meanings.read(verbatim.text()));
    }

    /** Reads one verbatim and gives its meaning beside the reading, from the same pass of the model. */
    public ReadVerbatim readWithMeaning(Codebook codebook, Verbatim verbatim) {
        Meaning meaning = meanings.read(verbatim.text());
        return new ReadVerbatim(read(codebook, verbatim, meaning), meaning.quantized());
    }

    private Reading read(Codebook codebook, Verbatim verbatim, Meaning meaning) {
        String text = MeaningReader.readable(verbatim.text());
        String language = verbatim.language() == null ? Language.of(text) : verbatim.language();
        boolean silent = Silence.of(text);
        if (meaning.clauses().isEmpty()) {
            return new Reading(List.of(), 0, null, language, silent, ENGINE);
        }
        double feeling = sentiment.of(meaning.whole(), text, verbatim.question());
        List<Coding> codings = new ArrayList<>(themes.read(prepared(codebook), meaning, text, language));
        codings.sort(Comparator.comparingDouble(Coding::probability).reversed().thenComparing(Coding::theme));
        return new Reading(codings, feeling, SuggestedScore.of(feeling, silent, language), language, silent, ENGINE);
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
