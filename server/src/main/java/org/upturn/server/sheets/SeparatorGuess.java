package org.upturn.server.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what stands between two cells: the separator that gives most rows the same number of cells as the header. */
final class SeparatorGuess {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int ROWS = 50;

    private SeparatorGuess() {}

    /** The separator of a text that begins like this; a comma when there is but one column. */
    static char of(String head) {
        char best = ',';
        double bestWorth = 0;
        for (char candidate : CANDIDATES) {
            double worth = worth(widths(head, candidate));
            if (worth > bestWorth) {
                best = candidate;
                bestWorth = worth;
            }
        }
        return best;
    }

    /** Share of rows as wide as most are, and a little for width, so that of two steady separators the finer wins. */
    private static double worth(List<Integer> widths) {
        Map<Integer, Integer> counts = new HashMap<>();
        widths.forEach(width -> counts.merge(width, 1, Integer::sum));
        int usual = counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(1);
        if (usual < 2 && (widths.isEmpty() || widths.getFirst() < 2)) {
            return 0;
        }
        int header = widths.getFirst();
        double likeHeader = (double) counts.getOrDefault(header, 0) / widths.size();
        return header < 2 ? 0 : likeHeader + Math.min(header, 50) / 100.0;
    }

    private static List<Integer> widths(String head, char separator) {
        List<Integer> widths = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(head)) {
            for (CsvRecord row : reader) {
                widths.add(row.getFieldCount());
                if (widths.size() == ROWS) {
                    break;
                }
            }
        } catch (CsvParseException cutOff) {
            // The head ends somewhere, perhaps inside a quotation; the rows before it are enough.
            return widths;
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return widths;
    }
}
