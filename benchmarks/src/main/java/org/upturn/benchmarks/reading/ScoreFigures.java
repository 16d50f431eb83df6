package org.upturn.benchmarks.reading;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.upturn.engine.ProgramScores;
import org.upturn.engine.Reader;
import org.upturn.engine.Verbatim;
import org.upturn.engine.score.ScoreDistribution;

/** The score told from the words, in one part of telecom-nps.csv. */
public final class ScoreFigures {
    private static final String FILE = "telecom-nps.csv";
    private static final int DETRACTOR = 6;

    private final Reader reader;
    private final Part judged;

    public ScoreFigures(Reader reader, Part judged) {
        this.reader = reader;
        this.judged = judged;
    }

    /**
     * What came out.
     *
     * @param texts how many were told
     * @param miss mean distance of the suggested from the given score
     * @param detractors area under the curve, detractors against all others
     */
    public record Figures(int texts, double miss, double detractors) {}

    /** A program of which nothing is known. */
    public Figures unseen() throws IOException {
        return measured(ProgramScores.USUAL);
    }

    /** A program that learned from its own answers, which are those of the train part. */
    public Figures afterOwnAnswers() throws IOException {
        return measured(reader.scoreLearner().learn(answers(Part.TRAIN)));
    }

    private Figures measured(ProgramScores program) throws IOException {
        Ranking ranking = new Ranking();
        double missed = 0;
        for (Verbatim answer : answers(judged)) {
            int score = answer.score();
            ScoreDistribution told = reader.scores(program, Verbatim.of(answer.text()));
            missed += Math.abs(told.median() - score);
            ranking.add(-told.atMost(DETRACTOR), score > DETRACTOR);
        }
        return new Figures(ranking.size(), missed / ranking.size(), ranking.area());
    }

    private static List<Verbatim> answers(Part part) throws IOException {
        return DataSet.rows(FILE, part).stream()
                .filter(row -> score(row).isPresent())
                .map(row -> new Verbatim(
                        row.getField("text"), null, null, score(row).getAsInt()))
                .toList();
    }

    /** A score that is one; the set holds some that are not. */
    static OptionalInt score(NamedCsvRecord row) {
        String score = row.getField("NPS_SCORE").strip();
        return score.matches("10|\\d") ? OptionalInt.of(Integer.parseInt(score)) : OptionalInt.empty();
    }
}
