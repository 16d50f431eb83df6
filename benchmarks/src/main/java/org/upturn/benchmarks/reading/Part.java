package org.upturn.benchmarks.reading;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigInteger;
import java.util.Locale;

/** Which part of its set a text belongs to: learned from, chosen by, or measured with. */
public enum Part {
    TRAIN,
    VALIDATION,
    TEST;

    private static final BigInteger PLACES = BigInteger.valueOf(100);
    private static final int TEST_FROM = 80;
    private static final int TRAIN_BELOW = 70;

    /** As the set itself says, or by the text. */
    static Part of(NamedCsvRecord row) {
        return row.findField("split")
                .map(own -> valueOf(own.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> of(row.getField("text")));
    }

    private static Part of(String text) {
        int place = new BigInteger(1, DataSet.md5(text)).mod(PLACES).intValue();
        return place >= TEST_FROM ? TEST : place < TRAIN_BELOW ? TRAIN : VALIDATION;
    }
}
