package org.upturn.engine;
import java.io.*;
import java.nio.file.*;
import java.util.*;
final class CalibrationDump {
    public static void main(String[] args) throws Exception {
        MeaningReader reader = new MeaningReader();
        Background background = Background.load();
        ThemeReader themes = new ThemeReader(background);
        try (PrintWriter out = new PrintWriter(new BufferedWriter(new FileWriter(args[0])))) {
            for (var set : org.upturn.engine.bench.LabelledSet.values()) {
                if (args.length > 1 && !args[1].equals(set.name())) continue;
                PreparedCodebook prepared = PreparedCodebook.of(set.codebook(), reader, background, Sentiment.load());
                int n = 0;
                for (var text : set.texts()) {
                    if (text.split() == org.upturn.engine.bench.Split.TEST && !set.name().equals("FABSA")) continue;
                    Meaning m = reader.read(text.text());
                    if (m.clauses().isEmpty()) continue;
                    n++;
                    for (var e : themes.evidence(prepared, m, text.text())) {
                        out.print(set + "," + text.split() + "," + n + "," + e.prototype().theme().id() + "," + (text.themes().contains(e.prototype().theme().id()) ? 1 : 0));
                        for (double v : e.values()) out.printf(",%.4f", v);
                        out.println("," + m.clauses().size() + "," + prepared.prototypes().size()+","+e.prototype().complaint());
                    }
                }
                System.out.println(set + " " + n);
            }
        }
    }
}
