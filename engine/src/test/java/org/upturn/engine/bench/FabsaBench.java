package org.upturn.engine.bench;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.upturn.engine.Codebook;
import org.upturn.engine.Coding;
import org.upturn.engine.Model;
import org.upturn.engine.Reader;
import org.upturn.engine.Verbatim;

/**
 * Prints the micro-F1 of the decided themes on the FABSA test part, with no label of FABSA shown to the engine.
 * The one argument is the model.
 */
public final class FabsaBench {
    private FabsaBench() {}

    public static void main(String[] args) throws IOException {
        Codebook codebook = LabelledSet.FABSA.codebook();
        List<LabelledSet.Labelled> texts = LabelledSet.FABSA.texts().stream()
                .filter(text -> text.split() == Split.TEST)
                .toList();
        int right = 0;
        int said = 0;
        int given = 0;
        try (Reader reader = Reader.load(Model.of(args.length > 0 ? args[0] : "minilm"))) {
            for (LabelledSet.Labelled text : texts) {
                Set<String> found = reader.read(codebook, Verbatim.of(text.text())).decided().stream()
                        .map(Coding::theme)
                        .collect(Collectors.toSet());
                said += found.size();
                given += text.themes().size();
                found.retainAll(text.themes());
                right += found.size();
            }
        }
        System.out.printf(
                "FABSA test, %d texts: micro-F1 %.3f, precision %.3f, recall %.3f%n",
                texts.size(), 2.0 * right / (said + given), right / (double) said, right / (double) given);
    }
}
