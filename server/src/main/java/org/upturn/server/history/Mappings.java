package org.upturn.server.history;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.upturn.server.kernel.Problem;

/** What the columns of a file may become together. */
final class Mappings {
    private Mappings() {}

    /** These columns with what a person chose for each. */
    static List<PastImport.Mapped> with(List<PastImport.Mapped> known, List<String> becomes) {
        if (becomes.size() != known.size()) {
            throw Problem.invalid("mapping", "problem.import.columns", known.size());
        }
        var mapping = new ArrayList<PastImport.Mapped>();
        for (int i = 0; i < known.size(); i++) {
            mapping.add(
                    PastImport.Mapped.of(known.get(i).column(), becomes.get(i).strip()));
        }
        return mapping;
    }

    static void check(List<PastImport.Mapped> mapping, WaveRule waves) {
        need(has(mapping, PastColumn.SCORE), "problem.history.score");
        need(has(mapping, PastColumn.DATE), "problem.history.date");
        need(
                has(mapping, PastColumn.EXTERNAL_ID)
                        || has(mapping, PastColumn.EMAIL)
                        || has(mapping, PastColumn.PERSON_ID),
                "problem.history.who");
        need(waves.by() != WaveRule.By.COLUMN || has(mapping, PastColumn.WAVE), "problem.history.wave.column");
        for (PastColumn one : EnumSet.complementOf(EnumSet.of(PastColumn.LEAVE_OUT, PastColumn.ATTRIBUTE))) {
            if (mapping.stream().filter(column -> column.becomes() == one).count() > 1) {
                throw Problem.invalid("mapping", "problem.import.field", one.word());
            }
        }
    }

    private static void need(boolean there, String otherwise) {
        if (!there) {
            throw Problem.invalid("mapping", otherwise);
        }
    }

    private static boolean has(List<PastImport.Mapped> mapping, PastColumn becomes) {
        return mapping.stream().anyMatch(one -> one.becomes() == becomes);
    }
}
