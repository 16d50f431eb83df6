package org.upturn.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTests {
    @Test
    void findsTheSameAsComparingOneByOne() {
        Random random = new Random(7);
        float[][] vectors = new float[700][16];
        for (float[] vector : vectors) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) random.nextGaussian();
            }
            Directions.unit(vector);
        }
        int[][] found = Neighbours.of(vectors, 5, 0);
        for (int row = 0; row < vectors.length; row++) {
            int self = row;
            int[] expected = IntStream.range(0, vectors.length)
                    .filter(other -> other != self)
                    .boxed()
                    .sorted(Comparator.comparingDouble(other -> -Directions.dot(vectors[self], vectors[other])))
                    .limit(5)
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(found[row]).isEqualTo(expected);
        }
    }

    @Test
    void leavesOutWhatIsNotAlikeEnough() {
        float[][] vectors = {{1, 0, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}};
        assertThat(Neighbours.of(vectors, 2, 0.3)).isDeepEqualTo(new int[][] {{1}, {0}, {}});
        assertThat(Neighbours.of(new float[0][], 2, 0.3)).isEmpty();
        assertThat(Neighbours.of(new float[1][4], 2, 0.3)[0]).isEmpty();
    }
}
