package org.upturn.engine;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Strongest directions of a symmetric matrix, by Jacobi's rotations. */
final class Eigen {
    private Eigen() {}

    /**
     * Directions of length 1, the strongest first.
     *
     * @param matrix is used up
     * @param rounds over all pairs; eight are enough for some hundred rows
     */
    static double[][] strongest(double[][] matrix, int count, int rounds) {
        int n = matrix.length;
        double[][] directions = new double[n][n];
        for (int i = 0; i < n; i++) {
            directions[i][i] = 1;
        }
        for (int round = 0; round < rounds; round++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(matrix, directions, p, q);
                }
            }
        }
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -matrix[i][i]))
                .limit(count)
                .map(i -> directions[i])
                .toArray(double[][]::new);
    }

    private static void rotate(double[][] matrix, double[][] directions, int p, int q) {
        if (matrix[p][q] == 0) {
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = Math.signum(theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double t = theta == 0 ? 1 : tangent;
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        mix(matrix[p], matrix[q], c, s);
        for (double[] row : matrix) {
            double before = row[p];
            row[p] = c * before - s * row[q];
            row[q] = s * before + c * row[q];
        }
        mix(directions[p], directions[q], c, s);
    }

    private static void mix(double[] a, double[] b, double c, double s) {
        for (int i = 0; i < a.length; i++) {
            double before = a[i];
            a[i] = c * before - s * b[i];
            b[i] = s * before + c * b[i];
        }
    }
}
