package org.upturn.server.contacts;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upturn.server.kernel.Problem;

/** What an attribute's values are, and how each is written. */
public enum AttributeType {
    TEXT,
    NUMBER,
    DATE,
    YES_NO,
    ONE_OF;

    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "ja", "oui", "si", "sí");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "nein", "non");
    private static final Pattern NUMBERS = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static AttributeType of(String word) {
        for (AttributeType type : values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        throw Problem.invalid("type", "problem.attribute.type");
    }

    /**
     * The value as it is kept: a plain number, an ISO day, yes or no, one of the choices as it is spelled there. Empty
     * when it is none. A date with slashes is none: nobody can tell day from month in it.
     */
    public Optional<String> written(String value, List<String> choices) {
        String small = value.strip().toLowerCase(Locale.ROOT);
        return switch (this) {
            case TEXT -> Optional.of(value.strip());
            case NUMBER -> number(small);
            case DATE -> day(small);
            case YES_NO ->
                YES.contains(small) ? Optional.of("yes") : NO.contains(small) ? Optional.of("no") : Optional.empty();
            case ONE_OF -> choices.stream().filter(small::equalsIgnoreCase).findFirst();
        };
    }

    private static Optional<String> number(String text) {
        String plain = text.replace(" ", "").replace("\u00a0", "");
        if (plain.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
            plain = plain.replace(",", "");
        } else if (plain.matches("-?\\d+,\\d{1,2}")) {
            plain = plain.replace(',', '.');
        }
        return NUMBERS.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain).stripTrailingZeros().toPlainString())
                : Optional.empty();
    }

    private static Optional<String> day(String text) {
        try {
            Matcher dotted = DOTTED.matcher(text);
            if (dotted.matches()) {
                return Optional.of(LocalDate.of(
                                Integer.parseInt(dotted.group(3)),
                                Integer.parseInt(dotted.group(2)),
                                Integer.parseInt(dotted.group(1)))
                        .toString());
            }
            return text.length() < 10
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.substring(0, 10)).toString());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
