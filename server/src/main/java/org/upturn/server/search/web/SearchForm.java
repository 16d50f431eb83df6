package org.upturn.server.search.web;

import java.util.List;
import java.util.Locale;
import org.upturn.engine.Theme;
import org.upturn.server.search.Search;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Wave;

/**
 * The form of a search: what is asked, and what there is to choose from.
 *
 * @param waves the latest first
 * @param segments as {@code attribute=value}
 */
public record SearchForm(
        Program program,
        Search search,
        List<Wave> waves,
        List<Theme> themes,
        List<String> segments,
        List<String> languages) {
    /** The address that finds the same again. */
    public String address() {
        String query = search.query();
        return "/verbatims?program=" + program.id().value() + (query.isEmpty() ? "" : "&" + query);
    }

    /** Whether this value of a parameter is the chosen one. */
    public boolean isChosen(String parameter, String value) {
        return search.value(parameter).equals(value);
    }

    /** Whether the chosen theme is none of the codebook any more. */
    public boolean isThemeGone() {
        return !search.theme().isEmpty()
                && themes.stream().noneMatch(one -> one.id().equals(search.theme()));
    }

    /** The name of a language in the language of the page. */
    public static String language(String code, String page) {
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.forLanguageTag(page));
    }
}
