package org.upturn.engine.encoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FusedBertTests {
    private static final Tokenizer TOKENIZER = ShippedEncoders.tokenizer("minilm");

    @Test
    void theModelInFewerOperationsSaysTheSame() {
        byte[] exported = ShippedEncoders.bytes("/all-minilm-l6-v2-q.onnx");
        int[] pieces = TOKENIZER.pieces("The technician came late, but he was kind.").stream()
                .mapToInt(Piece::id)
                .toArray();
        try (Encoder slow = OnnxEncoder.of(exported, TOKENIZER);
                Encoder fast = ShippedEncoders.encoder("minilm", TOKENIZER)) {
            float[] before = slow.encode(pieces);
            float[] after = fast.encode(pieces);
            assertThat(after).hasSameSizeAs(before);
            for (int i = 0; i < before.length; i++) {
                assertThat(after[i]).isCloseTo(before[i], within(0.02f));
            }
        }
    }

    @Test
    void refusesWhatIsNotSuchAModel() {
        assertThatThrownBy(() -> FusedBert.of(new byte[] {8, 1})).isInstanceOf(IllegalArgumentException.class);
    }
}
