package org.upturn.server.contacts.segments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.upturn.server.contacts.AttributeDefinition;
import org.upturn.server.contacts.AttributeType;
import org.upturn.server.contacts.Where;
import org.upturn.server.contacts.segments.SegmentField.Kind;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;

/** Turns a rule into SQL. Every word of the SQL is ours; what people typed goes in as parameters. */
final class SegmentSql {
    private static final int MOST_CONDITIONS = 20;
    private static final int MOST_DAYS = 36_500;

    private final List<AttributeDefinition> definitions;
    private final ZoneId zone;
    private final Clock clock;
    private final Map<String, Object> parameters = new HashMap<>();

    private SegmentSql(List<AttributeDefinition> definitions, ZoneId zone, Clock clock) {
        this.definitions = definitions;
        this.zone = zone;
        this.clock = clock;
    }

    /** @throws Problem for a condition that cannot be asked */
    static Where of(Rule rule, List<AttributeDefinition> definitions, ZoneId zone, Clock clock) {
        if (rule.conditions().isEmpty() || rule.conditions().size() > MOST_CONDITIONS) {
            throw Problem.invalid("conditions", "problem.segment.conditions", MOST_CONDITIONS);
        }
        var made = new SegmentSql(definitions, zone, clock);
        String sql = rule.conditions().stream()
                .map(made::condition)
                .collect(Collectors.joining(rule.any() ? " or " : " and ", "(", ")"));
        return new Where(sql, made.parameters);
    }

    private String condition(Condition condition) {
        if (condition.is().asksForAValue() && condition.value().isBlank()) {
            throw Problem.invalid("value", "problem.segment.value");
        }
        if (!condition.field().startsWith("attribute:")) {
            SegmentField field = SegmentField.find(condition.field())
                    .orElseThrow(() -> Problem.invalid("field", "problem.segment.field", condition.field()));
            return compare(condition, field.sql(), field.kind());
        }
        String name = condition.field().substring("attribute:".length()).strip();
        AttributeDefinition known = definitions.stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
        String expression = "(contact.attributes ->> " + parameter(known == null ? name : known.name()) + ")";
        return compare(condition, expression, known == null ? Kind.TEXT : kind(known.type()));
    }

    private static Kind kind(AttributeType type) {
        return switch (type) {
            case TEXT, YES_NO, ONE_OF -> Kind.TEXT;
            case NUMBER -> Kind.NUMBER;
            case DATE -> Kind.DAY;
        };
    }

    private String compare(Condition condition, String expression, Kind kind) {
        return switch (condition.is()) {
            case KNOWN -> expression + " is not null";
            case NOT_KNOWN -> expression + " is null";
            case IS -> same(condition, expression, kind);
            case IS_NOT -> "(" + same(condition, expression, kind) + ") is not true";
            case CONTAINS -> contains(condition, expression, kind);
            case AT_LEAST -> number(condition, expression, kind, ">=");
            case AT_MOST -> number(condition, expression, kind, "<=");
            case ON_OR_AFTER -> day(condition, expression, kind, ">=", asDay(condition));
            case BEFORE -> day(condition, expression, kind, "<", asDay(condition));
            case LAST_DAYS ->
                between(condition, expression, kind, today().minusDays(days(condition)), today().plusDays(1));
            case NEXT_DAYS -> between(condition, expression, kind, today(), today().plusDays(days(condition) + 1));
        };
    }

    private String same(Condition condition, String expression, Kind kind) {
        return switch (kind) {
            case TEXT ->
                "lower(" + expression + ") = "
                        + parameter(condition.value().strip().toLowerCase(Locale.ROOT));
            case NUMBER -> number(condition, expression, kind, "=");
            case DAY -> expression + " = " + parameter(asDay(condition).toString());
            case TIME ->
                between(
                        condition,
                        expression,
                        kind,
                        asDay(condition),
                        asDay(condition).plusDays(1));
        };
    }

    private String contains(Condition condition, String expression, Kind kind) {
        check(condition, kind == Kind.TEXT);
        return "position(" + parameter(condition.value().strip().toLowerCase(Locale.ROOT)) + " in lower(" + expression
                + ")) > 0";
    }

    private String number(Condition condition, String expression, Kind kind, String sign) {
        check(condition, kind == Kind.NUMBER);
        BigDecimal number;
        try {
            number = new BigDecimal(condition.value().strip());
        } catch (NumberFormatException none) {
            throw Problem.invalid("value", "problem.segment.number", condition.value());
        }
        String plain = expression.startsWith("(contact.attributes")
                ? "(case when " + expression + " ~ '^-?[0-9]+(\\.[0-9]+)?$' then cast(" + expression
                        + " as numeric) end)"
                : expression;
        return plain + " " + sign + " " + parameter(number);
    }

    private String between(Condition condition, String expression, Kind kind, LocalDate from, LocalDate to) {
        return "(" + day(condition, expression, kind, ">=", from) + " and " + day(condition, expression, kind, "<", to)
                + ")";
    }

    private String day(Condition condition, String expression, Kind kind, String sign, LocalDate day) {
        check(condition, kind == Kind.DAY || kind == Kind.TIME);
        return kind == Kind.DAY
                ? expression + " collate \"C\" " + sign + " " + parameter(day.toString())
                : expression + " " + sign + " "
                        + parameter(Rows.time(day.atStartOfDay(zone).toInstant()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static LocalDate asDay(Condition condition) {
        try {
            return LocalDate.parse(condition.value().strip());
        } catch (DateTimeException none) {
            throw Problem.invalid("value", "problem.segment.day", condition.value());
        }
    }

    private static long days(Condition condition) {
        String value = condition.value().strip();
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > MOST_DAYS) {
            throw Problem.invalid("value", "problem.segment.days", MOST_DAYS);
        }
        return Integer.parseInt(value);
    }

    private static void check(Condition condition, boolean suits) {
        if (!suits) {
            throw Problem.invalid("is", "problem.segment.suits", condition.field());
        }
    }

    private String parameter(Object value) {
        String name = "segment" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
