package org.upturn.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.upturn.engine.phrases.PhraseBook;
import org.upturn.engine.phrases.Tokens;
import org.upturn.engine.said.Consequence;
import org.upturn.engine.said.Evidence;
import org.upturn.engine.said.Slots;

/**
 * Fills the three slots of S4-03. Actions and consequences are phrases. A failure is a clause that names one by its words, or
 * that feels bad and is about something; a good clause holds neither failure nor action.
 */
final class SlotReader {
    private static final String FAILURE = "failure";
    private static final String ACTION = "action";

    /** Bad enough that a clause about something names a failure even when no word on our list stands in it. */
    private static final double BAD = -0.6;

    /** So good that words such as "waiting" or "called" tell of no trouble. */
    private static final double GOOD = 0.3;

    private static final Set<String> GENERIC = Resources.lines("generic-words.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .map(Words::stem)
            .collect(Collectors.toUnmodifiableSet());

    private final PhraseBook phrases = PhraseBook.of(Resources.lines("slot-phrases.txt"));

    Slots read(FeltText text, Tokens tokens) {
        Set<Integer> failures = new TreeSet<>();
        Set<Integer> actions = new TreeSet<>();
        Set<Integer> others = new HashSet<>();
        Map<Consequence.Kind, Consequence> consequences = new EnumMap<>(Consequence.Kind.class);
        PhraseBook.Found found = phrases.in(tokens);
        for (PhraseBook.Match match : found.said()) {
            int clause = text.clauseAt(match.start());
            if (clause < 0) {
                continue;
            }
            switch (match.group()) {
                case FAILURE -> addUnlessPraise(text, clause, match, failures);
                case ACTION -> addUnlessPraise(text, clause, match, actions);
                default -> {
                    others.add(clause);
                    consequences.putIfAbsent(kind(match), new Consequence(kind(match), text.evidence(clause)));
                }
            }
        }
        others.addAll(actions);
        found.denied().forEach(match -> others.add(text.clauseAt(match.start())));
        addUnnamed(text, others, failures);
        return new Slots(evidence(text, failures), evidence(text, actions), new ArrayList<>(consequences.values()));
    }

    private static void addUnlessPraise(FeltText text, int clause, PhraseBook.Match match, Set<Integer> clauses) {
        if (!text.isPraise(clause, match.start(), GOOD)) {
            clauses.add(clause);
        }
    }

    /** Clauses that feel bad and are about something, where nothing else stands and nothing is denied. */
    private static void addUnnamed(FeltText text, Set<Integer> others, Set<Integer> failures) {
        for (int clause = 0; clause < text.clauses().size(); clause++) {
            if (text.feelings()[clause] <= BAD && !others.contains(clause) && isAboutSomething(text.words(clause))) {
                failures.add(clause);
            }
        }
    }

    /** Whether any word is more than a judgement. */
    static boolean isAboutSomething(String clause) {
        for (String stem : Words.stems(clause)) {
            if (!GENERIC.contains(stem)) {
                return true;
            }
        }
        return false;
    }

    private static Consequence.Kind kind(PhraseBook.Match match) {
        return Consequence.Kind.valueOf(match.group().toUpperCase(Locale.ROOT));
    }

    private static List<Evidence> evidence(FeltText text, Set<Integer> clauses) {
        return clauses.stream().map(text::evidence).toList();
    }
}
