package org.upturn.engine;

import java.nio.ByteBuffer;
import java.util.List;
import org.upturn.engine.recode.Likeness;

/**
 * Vectors of some hundred ordinary feedback clauses, against which a likeness is judged: what all feedback shares says
 * nothing, and a theme that resembles everything has to resemble a clause more. Made by {@code BackgroundTool} in the
 * tests; where they come from is in RATIONALE.md.
 */
final class Background {
    private final float[] mean;
    private final float[][] centred;

    Background(float[][] vectors) {
        mean = new float[vectors[0].length];
        for (float[] vector : vectors) {
            Vectors.add(mean, vector);
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= vectors.length;
        }
        centred = new float[vectors.length][];
        for (int i = 0; i < vectors.length; i++) {
            centred[i] = centre(vectors[i]);
        }
    }

    /** Reads what the tool wrote: numbers of 16 bits, {@code size} of them for each clause. */
    static Background of(byte[] file, int size) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        float[][] vectors = new float[file.length / 2 / size][size];
        for (float[] vector : vectors) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = Float.float16ToFloat(bytes.getShort());
            }
        }
        return new Background(vectors);
    }

    /** Reads the clauses themselves. */
    static Background read(MeaningReader meanings) {
        return new Background(Resources.lines("background-phrases.txt").stream()
                .map(phrase -> meanings.read(phrase).whole())
                .toArray(float[][]::new));
    }

    /** The vector without what all feedback shares, length 1. */
    float[] centre(float[] vector) {
        return Vectors.unit(Vectors.minus(vector, mean));
    }

    /** A clause as it is compared with themes. */
    Placed place(Direction direction) {
        double square = 0;
        for (int i = 0; i < mean.length; i++) {
            double difference = direction.number(i) - mean[i];
            square += difference * difference;
        }
        double share = square == 0 ? 0 : 1 / Math.sqrt(square);
        return new Placed(direction, direction.step() * share, share);
    }

    /** What a vector says beyond what all feedback shares, for clauses to be compared with. */
    Heading heading(float[] vector) {
        Direction direction = Direction.of(centre(vector));
        double along = 0;
        for (int i = 0; i < mean.length; i++) {
            along += direction.number(i) * mean[i];
        }
        return new Heading(direction, along);
    }

    /** What each clause of a text means. */
    List<Heading> headings(Meaning meaning) {
        return meaning.clauses().stream()
                .map(clause -> heading(clause.vector()))
                .toList();
    }

    /** How like the direction ordinary feedback is. */
    Spread spread(float[] direction) {
        double sum = 0;
        double squares = 0;
        for (float[] vector : centred) {
            double likeness = Vectors.dot(vector, direction);
            sum += likeness;
            squares += likeness * likeness;
        }
        double average = sum / centred.length;
        return new Spread(average, Math.sqrt(Math.max(1e-6, squares / centred.length - average * average)));
    }

    /**
     * A clause with its distance from what all feedback shares.
     *
     * @param reach step of the direction ÷ distance
     * @param share 1 ÷ distance
     */
    record Placed(Direction direction, double reach, double share) {}

    /**
     * What a theme, a phrase or another clause means, as clauses are compared with it.
     *
     * @param direction of its vector, centred
     * @param along how far what all feedback shares goes in that direction
     */
    record Heading(Direction direction, double along) {
        /** Cosine of the clause with it, both less what all feedback shares, −1…1. */
        double likeness(Placed clause) {
            return Likeness.of(
                    clause.direction.product(direction), clause.reach, clause.share, direction.step(), along);
        }
    }

    /** Mean and standard deviation of likenesses. */
    record Spread(double mean, double deviation) {
        double standard(double likeness) {
            return (likeness - mean) / deviation;
        }
    }
}
