package org.upturn.server.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The heads of survey tools that take more than one row: SurveyMonkey writes the questions and below them what each column
 * of a question holds; Qualtrics writes its ids, the questions, and a row of {@code {"ImportId": …}}.
 */
final class ToolHead {
    private ToolHead() {}

    /** The head that these first rows make, or null when the first row is all of it. */
    static RawRows.@Nullable RawRow of(List<RawRows.RawRow> first) {
        if (first.size() >= 3 && isQualtrics(first.get(2))) {
            return joined(first.get(2), first.get(0), first.get(1), true);
        }
        if (first.size() >= 2 && isSurveyMonkey(first.get(0), first.get(1))) {
            return joined(first.get(1), first.get(0), first.get(1), false);
        }
        return null;
    }

    private static boolean isQualtrics(RawRows.RawRow third) {
        return third.raw().cells().stream()
                .filter(cell -> !cell.isBlank())
                .allMatch(cell -> cell.strip().startsWith("{\"ImportId\":"));
    }

    private static boolean isSurveyMonkey(RawRows.RawRow first, RawRows.RawRow second) {
        List<String> names = first.raw().cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        return names.contains("respondent id")
                && names.contains("collector id")
                && second.raw().cells().getFirst().isBlank();
    }

    private static RawRows.RawRow joined(
            RawRows.RawRow last, RawRows.RawRow above, RawRows.RawRow below, boolean qualtrics) {
        List<String> upper = above.raw().cells();
        List<String> lower = below.raw().cells();
        var names = new ArrayList<String>();
        String question = "";
        for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
            String one = i < upper.size() ? upper.get(i).strip() : "";
            String other = i < lower.size() ? lower.get(i).strip() : "";
            question = one.isEmpty() ? question : one;
            names.add(qualtrics ? qualtrics(one, other) : surveyMonkey(question, other));
        }
        return new RawRows.RawRow(last.number(), new Cells.Raw(last.raw().line(), names, -1), above.fault());
    }

    private static String surveyMonkey(String question, String part) {
        boolean says =
                !part.isEmpty() && !part.equalsIgnoreCase("Response") && !part.equalsIgnoreCase("Open-Ended Response");
        return says && !question.equals(part) ? question + " – " + part : question;
    }

    /** The id is kept: Q1_NPS_GROUP says more than the question that it repeats. */
    private static String qualtrics(String id, String question) {
        boolean same = question.isEmpty() || letters(id).equals(letters(question));
        boolean asked = id.matches("(?i)Q(ID)?\\d+.*");
        return same || !asked || id.toUpperCase(Locale.ROOT).endsWith("_NPS_GROUP") ? id : id + ": " + question;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
