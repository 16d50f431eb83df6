package org.upturn.server.surveys.questions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.upturn.server.kernel.Problem;

/** Reads what was sent to a question into what is stored. */
final class AnswerValues {
    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_NUMBER = 30;

    private static final int MOST_FILES = 3;

    /** The id of a stored file, a slash, and the name it had. */
    private static final Pattern FILE = Pattern.compile("[0-9a-f-]{36}/.{1,120}");

    private AnswerValues() {}

    /** The values to store; empty for no answer. Options and scale numbers that do not exist are left out. */
    static List<String> of(Question question, String asked, List<String> sent) {
        List<String> values = sent.stream()
                .map(one -> one.replace("\0", "").strip())
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        if (values.isEmpty()) {
            return values;
        }
        return switch (question.kind()) {
            case TEXT -> List.of(text(question, asked, values.getFirst()));
            case NUMBER -> List.of(number(question, asked, values.getFirst()));
            case DATE -> List.of(day(question, asked, values.getFirst()));
            case SCALE, ONE ->
                values.stream().filter(question.values()::contains).limit(1).toList();
            case FILE ->
                values.stream()
                        .filter(one -> FILE.matcher(one).matches())
                        .limit(MOST_FILES)
                        .toList();
            case MANY -> question.options().stream().filter(values::contains).toList();
        };
    }

    private static String text(Question question, String asked, String value) {
        if (value.length() > LONGEST_TEXT) {
            throw Problem.invalid(question.id(), "problem.answer.text", asked, LONGEST_TEXT);
        }
        return value;
    }

    private static String number(Question question, String asked, String value) {
        try {
            if (value.length() <= LONGEST_NUMBER
                    && !value.toLowerCase(java.util.Locale.ROOT).contains("e")) {
                return new BigDecimal(value.replace(',', '.'))
                        .stripTrailingZeros()
                        .toPlainString();
            }
        } catch (NumberFormatException unreadable) {
            // said below
        }
        throw Problem.invalid(question.id(), "problem.answer.number", asked);
    }

    private static String day(Question question, String asked, String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day.toString();
            }
        } catch (DateTimeParseException unreadable) {
            // said below
        }
        throw Problem.invalid(question.id(), "problem.answer.day", asked);
    }
}
