package org.upturn.server.sheets.formats;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What a cell of a workbook says as text: a date as {@code 2024-03-31 14:05:00}, 7.0 as 7, TRUE and FALSE as words. */
final class CellText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** What stands in a format but is no part of a date: [Red], "text", \x, and the word General. */
    private static final Pattern NO_DATE = Pattern.compile("\\[(?!h+]|m+]|s+])[^]]*]|\"[^\"]*\"|\\\\.|General");

    private static final Pattern DATE = Pattern.compile("[yYdD]|[mM]{1,5}(?=[/.\\- ]|$)|[hH]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    /** Days between the calendars of Excel for Windows and of old Excel for Mac. */
    private static final int DAYS_TO_1904 = 1462;

    /** Beyond the year 9999 a number is no date. */
    private static final double LAST_DAY = 2_958_466;

    private final boolean from1904;

    CellText(boolean from1904) {
        this.from1904 = from1904;
    }

    String of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        String raw = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
        if (raw == null) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> number(raw, cell);
            case FORMULA -> NUMBER.matcher(raw).matches() ? number(raw, cell) : raw;
            case BOOLEAN -> raw.equals("1") || raw.equalsIgnoreCase("true") ? "TRUE" : "FALSE";
            case STRING, ERROR, EMPTY -> raw;
        };
    }

    private String number(String raw, Cell cell) {
        var number = new BigDecimal(raw);
        if (isDate(cell.getDataFormatId(), cell.getDataFormatString())
                && number.signum() >= 0
                && number.doubleValue() < LAST_DAY) {
            return date(number.doubleValue());
        }
        return number.signum() == 0
                ? "0"
                : number.stripTrailingZeros().precision() > 20
                        ? number.toString()
                        : number.stripTrailingZeros().toPlainString();
    }

    private String date(double days) {
        LocalDateTime time = LocalDateTime.of(1899, 12, 30, 0, 0)
                .plusDays((long) days + (from1904 ? DAYS_TO_1904 : 0))
                .plusSeconds(Math.round((days - (long) days) * 86_400));
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : TIME.format(time);
    }

    private static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null
                && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58)) {
            return true;
        }
        return format != null
                && DATE.matcher(NO_DATE.matcher(format).replaceAll("")).find();
    }
}
