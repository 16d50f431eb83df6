package org.upturn.engine.encoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTests {
    private static final String UNIGRAM = """
            {"added_tokens": [{"id": 0, "content": "<s>"}, {"id": 1, "content": "</s>"}],
             "model": {"type": "Unigram", "unk_id": 2, "vocab": [["<s>", 0], ["</s>", 0], ["<unk>", 0],
              ["▁", -3.0], ["▁un", -2.0], ["happy", -2.5], ["▁unha", -6.0], ["ppy", -6.0], ["\\u00e9", -4.0]]}}
            """;

    @Test
    void wordPieceTakesTheLongestPieceAndKeepsPlaces() {
        Tokenizer tokenizer = TokenizerFile.lines("[PAD]\n[UNK]\n[CLS]\n[SEP]\nun\n##happy\n##ha\n!\ncafe");
        assertThat(tokenizer.pieces("Unhappy! Café ☃x"))
                .containsExactly(
                        new Piece(4, 0, 2),
                        new Piece(5, 2, 7),
                        new Piece(7, 7, 8),
                        new Piece(8, 9, 13),
                        new Piece(1, 14, 16));
        assertThat(List.of(tokenizer.opening(), tokenizer.closing())).containsExactly(2, 3);
    }

    @Test
    void capitalsStayWhereTheVocabularyHasSome() {
        Tokenizer tokenizer = TokenizerFile.lines("[UNK]\n[CLS]\n[SEP]\nBerlin\nberlin");
        assertThat(tokenizer.pieces("Berlin berlin")).extracting(Piece::id).containsExactly(3, 4);
    }

    @Test
    void unigramTakesTheLikeliestCut() {
        Tokenizer tokenizer = TokenizerFile.json(UNIGRAM);
        assertThat(tokenizer.pieces(" unhappy")).containsExactly(new Piece(4, 1, 3), new Piece(5, 3, 8));
        assertThat(List.of(tokenizer.opening(), tokenizer.closing())).containsExactly(0, 1);
    }

    @Test
    void unigramKnowsUnknownLettersAsOnePieceAndFullWidthAsPlain() {
        Tokenizer tokenizer = TokenizerFile.json(UNIGRAM);
        assertThat(tokenizer.pieces("漢字é")).containsExactly(new Piece(3, 0, 0), new Piece(2, 0, 2), new Piece(8, 2, 3));
        assertThat(tokenizer.pieces("ｕｎhappy")).extracting(Piece::id).containsExactly(4, 5);
    }

    @Test
    void anotherKindIsRefusedInWords() {
        assertThatThrownBy(() -> TokenizerFile.json("{\"model\": {\"type\": \"BPE\", \"vocab\": {}}}"))
                .isInstanceOf(EncoderException.class)
                .hasMessageContaining("BPE")
                .hasMessageContaining("WordPiece or Unigram");
        assertThatThrownBy(() -> TokenizerFile.json("not json")).isInstanceOf(EncoderException.class);
    }
}
