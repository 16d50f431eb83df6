package org.upturn.server.insights;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Certainty;
import org.upturn.server.kernel.Feeling;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.Problem;

/** Which quotations are wanted; all that is given has to hold, null means all. */
public record QuoteFilter(
        @Nullable Group group,
        @Nullable Feeling feeling,
        @Nullable Certainty certainty) {
    public static final QuoteFilter ALL = new QuoteFilter(null, null, null);

    /**
     * The filter that these parameters of a URL ask for; empty ones ask for all.
     *
     * @throws Problem when a value cannot be one
     */
    public static QuoteFilter of(Map<String, String> told) {
        return new QuoteFilter(
                one(told, "group", Group.values(), Group::word),
                one(told, "sentiment", Feeling.values(), Feeling::word),
                one(told, "certainty", Certainty.values(), Certainty::word));
    }

    private static <E> @Nullable E one(Map<String, String> told, String field, E[] values, Function<E, String> word) {
        String asked = told.getOrDefault(field, "");
        if (asked.isEmpty()) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        field,
                        "problem.search.choice",
                        Arrays.stream(values).map(word).collect(Collectors.joining(", "))));
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** The same as it stands in a URL, each parameter behind an ampersand. */
    public String query() {
        var parameters = new LinkedHashMap<String, String>();
        if (group != null) {
            parameters.put("group", group.word());
        }
        if (feeling != null) {
            parameters.put("sentiment", feeling.word());
        }
        if (certainty != null) {
            parameters.put("certainty", certainty.word());
        }
        return parameters.entrySet().stream().map(QuoteFilter::parameter).collect(Collectors.joining());
    }

    private static String parameter(Map.Entry<String, String> one) {
        return "&" + one.getKey() + "=" + one.getValue();
    }
}
