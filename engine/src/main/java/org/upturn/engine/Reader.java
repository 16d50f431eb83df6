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
import org.upturn.engine.score.ScoreScale;

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
    private static final int VERSION_BYTES = 6;
    private static final int KEPT_CODEBOOKS = 32;

    private final MeaningReader meanings = new MeaningReader();
    private final Background background = Background.load();
    private final Sentiment sentiment = Sentiment.load();
    private final ScoreLean lean = ScoreLean.load();
    private final ThemeReader themes = new ThemeReader();
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
        return read(codebook, learned, verbatim, meaning(verbatim.text()));
    }

    /**
     * Reads one verbatim whose meaning is known, without the model: the same reading to the last bit, many times
     * sooner.
     *
     * @param meaning of this very text, from this reader
     * @throws IllegalArgumentException when it is not
     */
    public Reading read(Codebook codebook, Learned learned, Verbatim verbatim, Meaning meaning) {
        Ready ready = prepared(codebook);
        String text = readable(verbatim, meaning);
        String language = language(verbatim, text);
        Signal signal = signal(text, verbatim.question());
        List<PersonalData> personal = PersonalData.in(verbatim.text());
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
        Seen seen = see(ready, meaning, text, language);
        double[] feelings = seen.feelings();
        List<Coding> codings =
                judge.codings(seen.priors(), traits(seen, learned), new Pointing(seen.comparison()), feelings);
        SaidReader.Said heard = said.read(FeltText.of(text, meaning, feelings), codebook, codings);
        boolean english = !Language.isForeign(language);
        ScoreDistribution scores = signal != Signal.FULL || !english
                ? null
                : ScoreScale.usual()
                        .suggest(lean.of(meaning, feelings, text, verbatim.question()))
                        .orElse(null);
        boolean themed = SlotReader.isAboutSomething(text) && codings.stream().anyMatch(Coding::decided);
        boolean saysWhy =
                signal == Signal.FULL && (!english || themed || !heard.slots().isEmpty());
        return new Reading(
                codings,
                sentiment.of(meaning.whole(), text, verbatim.question()),
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

    /**
     * Tells why {@link #read} sees a theme in a verbatim, or why not; empty when there is nothing to read. Takes one pass of
     * the model, and one for each of at most 32 judged texts.
     *
     * @throws IllegalArgumentException when the codebook does not have the theme
     */
    public Optional<Explanation> explain(Codebook codebook, Learned learned, Verbatim verbatim, String theme) {
        if (codebook.theme(theme).isEmpty()) {
            throw new IllegalArgumentException("The codebook has no theme '" + theme + "'.");
        }
        String text = MeaningReader.readable(verbatim.text());
        Meaning meaning = meanings.read(text);
        if (meaning.clauses().isEmpty()) {
            return Optional.empty();
        }
        Seen seen = see(prepared(codebook), meaning, text, language(verbatim, text));
        return Optional.of(new Explainer(seen, learned, theme)
                .explain(verbatim.text(), traits(seen, learned), this::clauseHeadings));
    }

    private List<Background.Heading> clauseHeadings(String text) {
        return meanings.read(text).clauses().stream()
                .map(clause -> background.heading(clause.vector()))
                .toList();
    }

    /** What the model makes of a text; nearly all the time that reading takes. */
    public Meaning meaning(String text) {
        return meanings.read(text);
    }

    /**
     * The meaning that was stored with a text, if this engine and model made it of this very text; otherwise the text has
     * to be read by the model again.
     *
     * @param stored what {@link Meaning#bytes} gave
     */
    public Optional<Meaning> findMeaning(String text, byte[] stored) {
        return Meaning.of(stored).filter(meaning -> meaning.isOf(MeaningReader.readable(text), Versions.MAKER));
    }

    /** One who codes a whole history again; it uses this reader, so close the reader last. */
    public Recoder recoder() {
        return new Recoder(this);
    }

    /** What is heard in a text beside its meaning, whatever the codebook. */
    record Heard(String text, String language, double[] feelings) {}

    Heard heard(Verbatim verbatim, Meaning meaning) {
        String text = readable(verbatim, meaning);
        return new Heard(text, language(verbatim, text), Feelings.of(sentiment, meaning, text));
    }

    Background background() {
        return background;
    }

    List<Prototype> prototypes(Codebook codebook) {
        return prepared(codebook).codebook.prototypes();
    }

    private static String readable(Verbatim verbatim, Meaning meaning) {
        String text = MeaningReader.readable(verbatim.text());
        if (!meaning.isOf(text, Versions.MAKER)) {
            throw new IllegalArgumentException("The meaning is of another text, engine or model.");
        }
        return text;
    }

    private static String language(Verbatim verbatim, String text) {
        return verbatim.language() == null ? Language.of(text) : verbatim.language();
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
        Seen seen = see(prepared(codebook), meaning, text, Language.of(text));
        return Traits.of(seen.priors(), background, meaning, text, seen.language());
    }

    private @Nullable Traits traits(Seen seen, Learned learned) {
        return learned.isNothing()
                ? null
                : Traits.of(seen.priors(), background, seen.meaning(), seen.text(), seen.language());
    }

    private Seen see(Ready ready, Meaning meaning, String text, String language) {
        double[] feelings = Feelings.of(sentiment, meaning, text);
        Comparison comparison = Comparison.of(ready.codebook, background, meaning, text);
        List<ThemeReader.Evidence> evidence = themes.evidence(comparison);
        return new Seen(
                text, language, meaning, feelings, comparison, evidence, themes.priors(evidence, language, feelings));
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
                        new Versions(Versions.ENGINE, Versions.MODEL, version(codebook)));
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
