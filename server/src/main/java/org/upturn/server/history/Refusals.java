package org.upturn.server.history;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.upturn.server.sheets.Line;

/** Rows that are handed back, with the reason in the words of whoever imports them. */
final class Refusals {
    private static final int LONGEST_CELL = 20_500;
    private static final int LONGEST_VALUE = 200;

    private final PastImport file;
    private final MessageSource messages;
    private final Locale language;

    Refusals(PastImport file, MessageSource messages, Locale language) {
        this.file = file;
        this.messages = messages;
        this.language = language;
    }

    PastImport.Rejected of(Line line, AnswerRows.Refused refused) {
        List<String> cells = line.row().cells();
        int column = column(refused.column());
        String value = column < 0 || column >= cells.size() ? null : cut(cells.get(column), LONGEST_VALUE);
        return new PastImport.Rejected(
                (int) line.row().number(),
                column < 0 ? null : file.mapping().get(column).column(),
                value,
                messages.getMessage(refused.message(), language),
                cells.stream().map(cell -> cut(cell, LONGEST_CELL)).toList());
    }

    private int column(@Nullable PastColumn becomes) {
        for (int i = 0; i < file.mapping().size(); i++) {
            if (file.mapping().get(i).becomes() == becomes) {
                return i;
            }
        }
        return -1;
    }

    private static String cut(String text, int longest) {
        String clean = text.replace("\0", "");
        return clean.length() <= longest ? clean : clean.substring(0, longest) + "…";
    }
}
