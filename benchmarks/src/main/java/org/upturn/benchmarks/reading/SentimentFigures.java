package org.upturn.benchmarks.reading;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.OptionalInt;
import org.upturn.engine.Codebook;
import org.upturn.engine.Reader;
import org.upturn.engine.Verbatim;

/** Good told from bad in one part of three sets from which nothing that ships was learned. */
public final class SentimentFigures {
    private static final Codebook CODEBOOK = Codebook.starter("company");
    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;

    private final Reader reader;
    private final Part judged;

    public SentimentFigures(Reader reader, Part judged) {
        this.reader = reader;
        this.judged = judged;
    }

    /** Says whether a row is good, bad or neither: positive, negative or 0. */
    private interface Side {
        int of(NamedCsvRecord row);
    }

    /** Tweets labelled positive against those labelled negative. */
    public double tweets() throws IOException {
        return area("airline-tweets.csv", row -> switch (row.getField("airline_sentiment")) {
            case "positive" -> 1;
            case "negative" -> -1;
            default -> 0;
        });
    }

    /** Comments with only good aspects (or neutral ones beside) against those with only bad ones. */
    public double fabsa() throws IOException {
        return area("fabsa.csv", row -> {
            boolean good = row.getField("labels").contains(".1'");
            boolean bad = row.getField("labels").contains(".-1'");
            return good == bad ? 0 : good ? 1 : -1;
        });
    }

    /** Answers with 9–10 against those with 0–6. */
    public double telecom() throws IOException {
        return area("telecom-nps.csv", row -> {
            OptionalInt score = ScoreFigures.score(row);
            return score.isEmpty() ? 0 : score.getAsInt() >= PROMOTER ? 1 : score.getAsInt() <= DETRACTOR ? -1 : 0;
        });
    }

    private double area(String file, Side side) throws IOException {
        Ranking ranking = new Ranking();
        for (NamedCsvRecord row : DataSet.rows(file, judged)) {
            int good = side.of(row);
            if (good != 0) {
                Verbatim verbatim = Verbatim.of(row.getField("text"));
                ranking.add(reader.read(CODEBOOK, verbatim).sentiment(), good > 0);
            }
        }
        return ranking.area();
    }
}
