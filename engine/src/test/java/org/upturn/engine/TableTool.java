package org.upturn.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.upturn.engine.encoders.Encoder;
import org.upturn.engine.encoders.ShippedEncoders;
import org.upturn.engine.encoders.Tokenizer;

/**
 * Makes {@code table.bin}, the vectors of the static model; the one argument is the file to write. Each piece of MiniLM's vocabulary
 * goes through MiniLM alone; of what comes out the {@value #SIZE} strongest directions are kept. A piece weighs
 * a / (a + p), where p is how usual it is (Arora and others, 2017): the vocabulary stands in order of use, and Zipf's law gives p.
 * It learns from no text.
 */
final class TableTool {
    private static final int SIZE = 256;
    private static final double SMOOTHING = 1e-3;
    /** Before this number stand marks and pieces that no text holds. */
    private static final int FIRST_PIECE = 999;

    private static final int PIECES = 30_522;
    private static final int ROUNDS = 8;

    private TableTool() {}

    public static void main(String[] args) throws IOException {
        float[][] vectors = vectors();
        double[] mean = mean(vectors);
        double[][] directions = Eigen.strongest(covariance(vectors, mean), SIZE, ROUNDS);
        ByteBuffer scales =
                ByteBuffer.allocate(Integer.BYTES * (2 + PIECES)).putInt(PIECES).putInt(SIZE);
        ByteBuffer numbers = ByteBuffer.allocate(PIECES * SIZE);
        double harmonic = Math.log(PIECES - FIRST_PIECE) + 0.5772;
        for (int piece = 0; piece < PIECES; piece++) {
            double[] projected = projected(vectors[piece], mean, directions);
            double most = 1e-9;
            for (double value : projected) {
                most = Math.max(most, Math.abs(value));
            }
            double usual = 1 / (harmonic * (piece - FIRST_PIECE + 1));
            double weight = piece < FIRST_PIECE ? 0 : SMOOTHING / (SMOOTHING + usual);
            scales.putFloat((float) (weight * most / Byte.MAX_VALUE));
            for (double value : projected) {
                numbers.put((byte) Math.round(value / most * Byte.MAX_VALUE));
            }
        }
        byte[] file = ByteBuffer.allocate(scales.capacity() + numbers.capacity())
                .put(scales.array())
                .put(numbers.array())
                .array();
        Files.write(Path.of(args[0]), file);
        System.out.println(file.length + " bytes");
    }

    private static float[][] vectors() {
        Tokenizer tokenizer = ShippedEncoders.tokenizer("minilm");
        float[][] vectors = new float[PIECES][];
        try (Encoder encoder = ShippedEncoders.encoder("minilm", tokenizer)) {
            for (int piece = 0; piece < PIECES; piece++) {
                vectors[piece] = encoder.encode(new int[] {piece});
            }
        }
        return vectors;
    }

    private static double[] mean(float[][] vectors) {
        double[] mean = new double[vectors[0].length];
        for (int piece = FIRST_PIECE; piece < PIECES; piece++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vectors[piece][i] / (PIECES - FIRST_PIECE);
            }
        }
        return mean;
    }

    private static double[][] covariance(float[][] vectors, double[] mean) {
        double[][] covariance = new double[mean.length][mean.length];
        for (int piece = FIRST_PIECE; piece < PIECES; piece++) {
            for (int i = 0; i < mean.length; i++) {
                double own = vectors[piece][i] - mean[i];
                for (int j = 0; j < mean.length; j++) {
                    covariance[i][j] += own * (vectors[piece][j] - mean[j]);
                }
            }
        }
        return covariance;
    }

    private static double[] projected(float[] vector, double[] mean, double[][] directions) {
        double[] projected = new double[directions.length];
        for (int k = 0; k < projected.length; k++) {
            for (int i = 0; i < mean.length; i++) {
                projected[k] += (vector[i] - mean[i]) * directions[k][i];
            }
        }
        return projected;
    }
}
