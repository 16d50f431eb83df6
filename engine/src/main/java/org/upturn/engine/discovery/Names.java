package org.upturn.engine.discovery;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks what names somebody rather than says something: addresses, handles, numbers of orders and the like, and words that this set of texts writes with
 * a capital within sentences and hardly ever without. Otherwise texts would gather by company, not by what happened.
 * Blanked characters become spaces, so every place in a text stays where it was.
 */
final class Names {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)\\b(?:https?://|www\\.)\\S++|[\\w.+-]{1,64}+@[\\w-]{1,64}+\\.[\\w.-]{2,64}+|(?<![\\w@])@\\w++"
                    + "|\\b(?-i:\\p{Lu}){2,16}+\\d{2,16}+\\b");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]++");
    /** Fewer are no pattern, and say too little to draw texts together. */
    private static final int OFTEN = 2;
    /** Written small more often than this, it is a word ("visa", "apple"). */
    private static final double SOMETIMES_SMALL = 0.1;
    /** Where more of the words within sentences have a capital, capitals mean something else, as in German. */
    private static final double NAMES_AT_MOST = 0.12;

    private final Set<String> names;

    private Names(Set<String> names) {
        this.names = names;
    }

    /** How often a word was written with a capital within a sentence, where one begins, and without any. */
    private static final class Writing {
        private int large;
        private int beginning;
        private int small;

        boolean isName() {
            int capitals = large + beginning;
            return large > 0 && capitals >= OFTEN && small <= SOMETIMES_SMALL * (capitals + small);
        }
    }

    static Names in(Collection<String> texts) {
        Map<String, Writing> writings = new HashMap<>();
        texts.forEach(text -> count(text, writings));
        long large =
                writings.values().stream().mapToLong(writing -> writing.large).sum();
        long small =
                writings.values().stream().mapToLong(writing -> writing.small).sum();
        Set<String> names = new HashSet<>();
        if (large <= NAMES_AT_MOST * (large + small)) {
            writings.forEach((word, writing) -> {
                if (writing.isName()) {
                    names.add(word);
                }
            });
        }
        return new Names(names);
    }

    private static void count(String text, Map<String, Writing> writings) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            boolean capital = isCapitalised(text, word.start(), word.end());
            boolean small = Character.isLowerCase(text.charAt(word.start()));
            if (small || capital) {
                boolean within = isWithinSentence(text, word.start());
                Writing writing = writings.computeIfAbsent(key(word.group()), key -> new Writing());
                writing.small += small ? 1 : 0;
                writing.large += capital && within ? 1 : 0;
                writing.beginning += capital && !within ? 1 : 0;
            }
        }
    }

    /** A capital and then small letters; what is all capitals is shouted or an abbreviation. */
    private static boolean isCapitalised(String text, int start, int end) {
        return end - start > 2
                && Character.isUpperCase(text.charAt(start))
                && Character.isLowerCase(text.charAt(end - 1));
    }

    private static boolean isWithinSentence(String text, int start) {
        if (start < 2 || text.charAt(start - 1) != ' ') {
            return false;
        }
        char before = text.charAt(start - 2);
        return before == ',' || before == '&' || Character.isLetterOrDigit(before);
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    String blank(String text) {
        char[] blanked = text.toCharArray();
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            blank(blanked, address.start(), address.end());
        }
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (isCapitalised(text, word.start(), word.end()) && names.contains(key(word.group()))) {
                blank(blanked, word.start(), word.end());
            }
        }
        return new String(blanked);
    }

    private static void blank(char[] text, int start, int end) {
        Arrays.fill(text, start, end, ' ');
    }
}
