package org.upturn.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 * the codebook itself, some 3 ms for each of its phrases; the last {@value PreparedCodebooks#KEPT} codebooks are kept ready.
 *
 * <p>Of a very long text the first {@value MeaningReader#READ_CHARACTERS} characters, and of those the first
 * {@value MeaningReader#READ_PIECES} word pieces (some 1,500 words), are read; the rest is ignored, except that personal
 * data are found everywhere.
 */
public final class Reader implements AutoCloseable {
    private final OpenModel model;
    private final PreparedCodebooks codebooks;
    private final SaidReader said = new SaidReader();

    private Reader(OpenModel model) {
        this.model = model;
        this.codebooks = new PreparedCodebooks(model);
    }

    /** Loads MiniLM, which travels in the jar. */
    public static Reader load() {
        return load(Model.MINILM);
    }

    /** @throws org.upturn.engine.encoders.EncoderException when a folder does not hold what is needed */
    public static Reader load(Model model) {
        return new Reader(OpenModel.of(model));
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
        return read(codebook, learned, program, verbatim, meaning(verbatim.text()));
    }

    /**
     * Reads one verbatim whose meaning is known, without the model: the same reading to the last bit, many times
     * sooner.
     *
     * @param meaning of this very text, from this reader
     * @throws IllegalArgumentException when it is not
     */
    public Reading read(Codebook codebook, Learned learned, Verbatim verbatim, Meaning meaning) {
        return read(codebook, learned, ProgramScores.USUAL, verbatim, meaning);
    }

    /** The same, in a program whose scores are known. */
    public Reading read(Codebook codebook, Learned learned, ProgramScores program, Verbatim verbatim, Meaning meaning) {
        PreparedCodebooks.Ready ready = codebooks.of(codebook);
        String text = readable(verbatim, meaning);
        Signal signal = Signal.of(text, verbatim.question());
        String language =
                signal == Signal.NONE && verbatim.language() == null ? Language.UNKNOWN : Language.of(verbatim, text);
        List<PersonalData> personal = PersonalData.in(verbatim.text());
        ThemeJudge judge = new ThemeJudge(learned, learned.verdicts(verbatim.text()));
        if (meaning.isEmpty()) {
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
                    ready.versions());
        }
        Seen seen = Seen.of(model, ready.codebook(), meaning, text, language);
        double[] feelings = seen.feelings();
        double feeling = Feelings.whole(model.sentiment().of(seen.felt().whole(), text, verbatim.question()), feelings);
        List<Coding> codings = signal.canNameThemes(text)
                ? judge.codings(
                        seen.priors(),
                        seen.traits(model.background(), learned),
                        new Pointing(seen.comparison()),
                        feelings)
                : judge.codings(new Span(0, text.length()));
        SaidReader.Said heard = said.read(FeltText.of(text, meaning, feelings), codebook, codings);
        boolean english = !Language.isForeign(language);
        ScoreDistribution scores = signal != Signal.FULL || !english
                ? null
                : program.suggest(
                                ScoreTraits.of(model.lean(), seen.felt(), feeling, feelings, text, verbatim.question()))
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
                ready.versions());
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
        Meaning meaning = model.meanings().read(text);
        if (meaning.isEmpty()) {
            return Optional.empty();
        }
        Seen seen = see(codebook, meaning, text, Language.of(verbatim, text));
        return Optional.of(new Explainer(seen, learned, theme)
                .explain(
                        verbatim.text(),
                        seen.traits(model.background(), learned),
                        judged -> model.background().headings(meaning(judged))));
    }

    /** What the model makes of a text; nearly all the time that reading takes. */
    public Meaning meaning(String text) {
        return model.meanings().read(text);
    }

    /**
     * The meaning that was stored with a text, if this engine and model made it of this very text; otherwise the text has
     * to be read by the model again.
     *
     * @param stored what {@link Meaning#bytes} gave
     */
    public Optional<Meaning> findMeaning(String text, byte[] stored) {
        return Meaning.of(stored).filter(meaning -> meaning.isOf(MeaningReader.readable(text), maker()));
    }

    /** One who codes a whole history again; it uses this reader, so close the reader last. */
    public Recoder recoder() {
        return new Recoder(this);
    }

    OpenModel model() {
        return model;
    }

    List<Prototype> prototypes(Codebook codebook) {
        return codebooks.of(codebook).codebook().prototypes();
    }

    private String maker() {
        return Versions.maker(model.name());
    }

    /** @throws IllegalArgumentException when the meaning is not of this very text, from this reader */
    String readable(Verbatim verbatim, Meaning meaning) {
        String text = MeaningReader.readable(verbatim.text());
        if (!meaning.isOf(text, maker())) {
            throw new IllegalArgumentException("The meaning is of another text, engine or model.");
        }
        return text;
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
        return ScoreTraits.find(this, verbatim, meaning(verbatim.text()))
                .map(program::of)
                .orElseGet(program::blind);
    }

    /** What texts mean, said by this reader's own model; close the reader and not the passages. */
    public Passages passages() {
        return new Passages(model.meanings());
    }

    /** What the themes are judged by in a text given without a question; null when there is nothing to read. */
    @Nullable
    Traits traits(Codebook codebook, String given) {
        String text = MeaningReader.readable(given);
        Meaning meaning = model.meanings().read(text);
        if (meaning.isEmpty()) {
            return null;
        }
        return see(codebook, meaning, text, Language.of(text)).traits(model.background());
    }

    private Seen see(Codebook codebook, Meaning meaning, String text, String language) {
        return Seen.of(model, codebooks.of(codebook).codebook(), meaning, text, language);
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

    @Override
    public void close() {
        model.close();
    }
}
