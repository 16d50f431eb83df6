package org.upturn.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.personal.PersonalData;
import org.upturn.engine.said.Slots;
import org.upturn.engine.score.Mismatch;
import org.upturn.engine.score.ScoreDistribution;

/**
 * The door of the engine: reads a verbatim against a codebook.
 *
 * <p>Pure and thread-safe: the same codebook and verbatim give the same reading on any thread, in any order. Loading
 * takes a second or two and some 200 MB, so a program keeps one. The first verbatim read against a codebook also reads
 * the codebook itself, some 3 ms for each of its phrases; the last {@value #KEPT_CODEBOOKS} codebooks are kept ready.
 *
 * <p>Of a very long text the first {@value MeaningReader#READ_CHARACTERS} characters, and of those the first
 * {@value MeaningReader#READ_PIECES} word pieces (some 1,500 words), are read; the rest is ignored, except that personal
 * data are found everywhere.
 */
public final class Reader implements AutoCloseable {
    private static final String ENGINE = "upturn-2";
    private static final String MODEL = "minilm-l6-v2-q";
    private static final int VERSION_BYTES = 6;
    private static final int KEPT_CODEBOOKS = 32;

    private final MeaningReader meanings = new MeaningReader();
    private final Background background = Background.load();
    private final Sentiment sentiment = Sentiment.load();
    private final ScoreLean lean = ScoreLean.load();
    private final ThemeReader themes = new ThemeReader(background);
    private final SaidReader said = new SaidReader();
    private final Map<Codebook, Ready> prepared = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Codebook, Ready> eldest) {
            return size() > KEPT_CODEBOOKS;
        }
    };
    private final ReentrantLock preparing = new ReentrantLock();

    private Reader() {}

    /** A codebook made ready for reading, and what it is called in {@link Versions}. */
    private record Ready(PreparedCodebook codebook, Versions versions) {}

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
        return read(codebook, learned, ProgramScores.USUAL, verbatim);
    }

    /**
     * Reads one verbatim of a program whose scores are known.
     *
     * @param program how words and scores go together there
     */
    public Reading read(Codebook codebook, Learned learned, ProgramScores program, Verbatim verbatim) {
        Ready ready = prepared(codebook);
        String text = MeaningReader.readable(verbatim.text());
        String language = verbatim.language() == null ? Language.of(text) : verbatim.language();
        Signal signal = signal(text, verbatim.question());
        List<PersonalData> personal = PersonalData.in(verbatim.text());
        Meaning meaning = meanings.read(text);
        ThemeJudge judge = new ThemeJudge(learned, learned.verdicts(verbatim.text()));
        if (meaning.clauses().isEmpty()) {
            Mismatch mismatch = mismatch(verbatim, null, new double[1], false);
            return new Reading(
                    judge.codings(new Span(0, text.length())),
                    0,
                    language,
                    Signal.NONE,
                    null,
                    Slots.NONE,
                    null,
                    null,
                    mismatch,
                    personal,
                    ready.versions);
        }
        double feeling = sentiment.of(meaning.whole(), text, verbatim.question());
        double[] feelings = Feelings.of(sentiment, meaning, text);
        List<ThemeReader.Prior> priors = themes.priors(ready.codebook, meaning, text, language, feelings);
        Traits traits = learned.isNothing() ? null : Traits.of(priors, background, meaning, text, language);
        List<Coding> codings = judge.codings(priors, traits, meaning, feelings);
        SaidReader.Said heard = said.read(FeltText.of(text, meaning, feelings), codebook, codings);
        boolean english = !Language.isForeign(language);
        ScoreDistribution scores = signal != Signal.FULL || !english
                ? null
                : program.suggest(ScoreTraits.of(lean, meaning, feeling, feelings, text, verbatim.question()))
                        .orElse(null);
        boolean themed = SlotReader.isAboutSomething(text) && codings.stream().anyMatch(Coding::decided);
        boolean saysWhy =
                signal == Signal.FULL && (!english || themed || !heard.slots().isEmpty());
        return new Reading(
                codings,
                feeling,
                language,
                signal,
                signal == Signal.NONE ? null : heard.tone(),
                heard.slots(),
                heard.gap(),
                scores,
                mismatch(verbatim, scores, feelings, saysWhy),
                personal,
                ready.versions);
    }

    /** One who learns this codebook's themes from people; it uses this reader, so close the reader last. */
    public Learner learner(Codebook codebook) {
        return new Learner(this, codebook);
    }

    /** One who learns how a program's people score; it uses this reader, so close the reader last. */
    public ScoreLearner scoreLearner() {
        return new ScoreLearner(this);
    }

    /**
     * The scores that a text suggests, even where a reading suggests none because it says too little; of a text in which
     * there is nothing to read, what is usual in the program.
     */
    public ScoreDistribution scores(ProgramScores program, Verbatim verbatim) {
        return scoreTraits(verbatim).map(program::of).orElseGet(program::blind);
    }

    /** What a score is told from, unless there is nothing to tell it from. */
    Optional<ScoreTraits> scoreTraits(Verbatim verbatim) {
        String text = MeaningReader.readable(verbatim.text());
        String language = verbatim.language() == null ? Language.of(text) : verbatim.language();
        Meaning meaning = meanings.read(text);
        if (meaning.clauses().isEmpty()
                || signal(text, verbatim.question()) != Signal.FULL
                || Language.isForeign(language)) {
            return Optional.empty();
        }
        double feeling = sentiment.of(meaning.whole(), text, verbatim.question());
        double[] feelings = Feelings.of(sentiment, meaning, text);
        return Optional.of(ScoreTraits.of(lean, meaning, feeling, feelings, text, verbatim.question()));
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
        double[] feelings = Feelings.of(sentiment, meaning, text);
        return Traits.of(
                themes.priors(prepared(codebook).codebook, meaning, text, language, feelings),
                background,
                meaning,
                text,
                language);
    }

    private static Signal signal(String text, @Nullable String question) {
        if (LowSignal.of(text, question)) {
            return Signal.NONE;
        }
        return Silence.of(text) ? Signal.SILENT : Signal.FULL;
    }

    private static @Nullable Mismatch mismatch(
            Verbatim verbatim, @Nullable ScoreDistribution scores, double[] feelings, boolean saysWhy) {
        if (verbatim.score() == null) {
            return null;
        }
        double worst = Arrays.stream(feelings).min().orElse(0);
        double best = Arrays.stream(feelings).max().orElse(0);
        return Mismatch.of(verbatim.score(), new Mismatch.Words(scores, worst, best, saysWhy))
                .orElse(null);
    }

    private Ready prepared(Codebook codebook) {
        preparing.lock();
        try {
            Ready ready = prepared.get(codebook);
            if (ready == null) {
                ready = new Ready(
                        PreparedCodebook.of(codebook, meanings, background, sentiment),
                        new Versions(ENGINE, MODEL, version(codebook)));
                prepared.put(codebook, ready);
            }
            return ready;
        } finally {
            preparing.unlock();
        }
    }

    private static String version(Codebook codebook) {
        try {
            byte[] written = CodebookFile.write(codebook).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(written);
            return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }

    @Override
    public void close() {
        meanings.close();
    }
}
