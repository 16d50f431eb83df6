package org.upturn.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a search in the syntax that people know: {@code "exact phrase"}, {@code -without}, {@code or}. Only
 * letters and digits count, as in the index: a term with other signs within ({@code e-mail}) is a phrase. A quote that
 * is never closed closes at the end, so that nothing typed is ever an error.
 */
record SearchWords(List<Term> terms) {
    private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)(?:\"|$)|([^\\s\"]+))");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}\\u0300-\\u036f]+");
    private static final Term OR = new Term(false, true, List.of());
    private static final Pattern QUOTE = Pattern.compile("[“”„«»]");

    /** A word, or several that stand one after the other; {@code or} stands alone between two terms. */
    record Term(boolean negated, boolean or, List<String> words) {
        boolean isPhrase() {
            return words.size() > 1;
        }

        /** In the language of PostgreSQL's {@code websearch_to_tsquery}, which never fails. */
        String written() {
            return or ? "or" : (negated ? "-" : "") + '"' + String.join(" ", words) + '"';
        }
    }

    static SearchWords of(String typed) {
        Matcher found = TERM.matcher(QUOTE.matcher(typed).replaceAll("\""));
        var terms = new ArrayList<Term>();
        boolean or = false;
        while (found.find()) {
            Term term = term(found);
            if (term.or) {
                or = !terms.isEmpty();
            } else if (!term.words.isEmpty()) {
                if (or) {
                    terms.add(OR);
                }
                terms.add(term);
                or = false;
            }
        }
        return new SearchWords(terms);
    }

    private static Term term(Matcher found) {
        boolean negated = !found.group(1).isEmpty();
        boolean quoted = found.group(2) != null;
        String text = quoted ? found.group(2) : found.group(3);
        if (!quoted && !negated && text.toLowerCase(Locale.ROOT).equals("or")) {
            return OR;
        }
        return new Term(
                negated,
                false,
                WORD.matcher(text).results().map(match -> match.group()).toList());
    }

    /** Whether there is nothing in it that could be looked for. */
    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The whole question. */
    String written() {
        return terms.stream().map(Term::written).collect(Collectors.joining(" "));
    }

    /** The single words to be marked where they stand. */
    String singleWords() {
        return wanted().filter(term -> !term.isPhrase())
                .flatMap(term -> term.words.stream())
                .collect(Collectors.joining(" "));
    }

    /** Each phrase to be marked where it stands as a whole. */
    List<List<String>> phrases() {
        return wanted().filter(Term::isPhrase).map(Term::words).toList();
    }

    private java.util.stream.Stream<Term> wanted() {
        return terms.stream().filter(term -> !term.negated && !term.or);
    }
}
