package org.upturn.engine;

import java.util.ArrayList;
import java.util.List;
import org.upturn.engine.recode.Aim;
import org.upturn.engine.recode.Clause;
import org.upturn.engine.recode.History;
import org.upturn.engine.recode.Remembered;
import org.upturn.engine.recode.Rule;
import org.upturn.engine.recode.Visitor;

/**
 * Codes a whole history again against one codebook after another, without model or texts: for a preview of what a change
 * of the codebook would do. The probabilities are those of {@link Reader#read(Codebook, Verbatim)}, to the last bit; where
 * to point is for a reading to say. What people taught is not known here: a theme with a learned head weighs words and
 * letters of the text itself, so it is read by {@link Reader#read(Codebook, Learned, Verbatim, Meaning)}.
 *
 * <p>One thread at a time may use it; it uses the reader it came from.
 */
public final class Recoder {
    private static final Rule RULE = new Rule() {
        @Override
        public double wordWeight() {
            return ThemeReader.WORDS;
        }

        @Override
        public double probability(Signs signs, boolean foreign) {
            return ThemeRule.probabilityOfCandidate(signs, foreign);
        }
    };

    private final Reader reader;
    private final History history = new History();

    Recoder(Reader reader) {
        this.reader = reader;
    }

    /**
     * What is to be remembered of a text; any number of threads may ask.
     *
     * @param meaning of this very text
     */
    public Remembered remembered(Verbatim verbatim, Meaning meaning) {
        String text = reader.readable(verbatim, meaning);
        OpenModel model = reader.model();
        double[] feelings = Feelings.of(model.sentiment(), model.felt(text, meaning), text);
        List<Clause> clauses = new ArrayList<>();
        boolean themed = Signal.of(text, verbatim.question()).canNameThemes(text);
        for (int i = 0; themed && i < meaning.clauses().size(); i++) {
            Meaning.Clause clause = meaning.clauses().get(i);
            Background.Placed placed = model.background().place(clause.direction());
            clauses.add(new Clause(
                    clause.direction().bytes(),
                    placed.reach(),
                    placed.share(),
                    feelings[i],
                    PreparedCodebook.stems(clause.in(text))));
        }
        return new Remembered(Language.isForeign(model.doubted(Language.of(verbatim, text))), clauses);
    }

    /** Adds a text; gives its number, from 0 in the order of adding. */
    public int add(Remembered text) {
        return history.add(text);
    }

    /** Codes all texts by all themes; themes have the codebook's order. */
    public void recode(Codebook codebook, Visitor visitor) {
        history.recode(aims(codebook), RULE, visitor);
    }

    /**
     * Codes all texts by one theme of the codebook, which the visitor finds at place 0. Quick when the codebook differs
     * from the one before in nothing but what this theme listens for.
     *
     * @throws IllegalArgumentException when the codebook does not have the theme
     */
    public void recode(Codebook codebook, String theme, Visitor visitor) {
        int place = codebook.themes().stream().map(Theme::id).toList().indexOf(theme);
        if (place < 0) {
            throw new IllegalArgumentException("The codebook has no theme '" + theme + "'.");
        }
        history.recodeOne(aims(codebook), place, RULE, visitor);
    }

    public int texts() {
        return history.texts();
    }

    public long clauses() {
        return history.clauses();
    }

    /** Bytes of memory that the texts take. */
    public long memory() {
        return history.memory();
    }

    private List<Aim> aims(Codebook codebook) {
        return reader.prototypes(codebook).stream().map(Prototype::aim).toList();
    }
}
