package org.upturn.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.upturn.benchmarks.reading.LabelledSet;
import org.upturn.benchmarks.reading.Part;

/**
 * Writes what speaks for each theme in the train and validation parts of the labelled sets, for fitting the constants of
 * {@link ThemeReader} with {@code calibrate.py}; arguments are the file to write, the most texts of a set, and the model. It
 * needs the sets of the benchmarks and what the engine shows to its own package alone, so it lies here, in that package.
 */
final class CalibrationDump {
    private CalibrationDump() {}

    public static void main(String[] args) throws IOException {
        try (OpenModel model = OpenModel.of(Model.of(args.length > 2 ? args[2] : "minilm"));
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[0])))) {
            for (LabelledSet set : LabelledSet.values()) {
                PreparedCodebook codebook = PreparedCodebook.of(set.codebook(), model);
                int number = 0;
                for (LabelledSet.Labelled text : set.texts()) {
                    Meaning meaning = model.meanings().read(text.text());
                    if (text.part() == Part.TEST || meaning.clauses().isEmpty()) {
                        continue;
                    }
                    if (number++ >= Integer.parseInt(args[1])) {
                        break;
                    }
                    for (ThemeReader.Evidence evidence :
                            ThemeReader.evidence(Comparison.of(codebook, model.background(), meaning, text.text()))) {
                        String theme = evidence.prototype().theme().id();
                        out.printf(
                                "%s,%d,%d,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%d,%d,%.3f%n",
                                set,
                                number,
                                text.themes().contains(theme) ? 1 : 0,
                                evidence.likeness(),
                                evidence.words(),
                                evidence.named(),
                                evidence.lead(),
                                evidence.usual().mean(),
                                evidence.usual().deviation(),
                                meaning.clauses().size(),
                                codebook.prototypes().size(),
                                evidence.prototype().complaint());
                    }
                }
            }
        }
    }
}
