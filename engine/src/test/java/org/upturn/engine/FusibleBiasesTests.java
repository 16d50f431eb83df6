package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FusibleBiasesTests {
    @Test
    void everyBiasOfTheModelIsNamedSecondAfterwards() throws IOException {
        byte[] model;
        try (InputStream in = Encoder.class.getResourceAsStream("/all-minilm-l6-v2-q.onnx")) {
            model = in.readAllBytes();
        }
        byte[] before = model.clone();
        assertThat(FusibleBiases.exchange(model))
                .as("six biases in each of six layers")
                .isEqualTo(36);
        assertThat(Arrays.equals(before, model)).isFalse();
        byte[] after = model.clone();
        assertThat(FusibleBiases.exchange(model))
                .as("a second time there is nothing to do")
                .isZero();
        assertThat(model).isEqualTo(after);
    }
}
