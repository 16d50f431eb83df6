package org.upturn.server.cases.routing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.upturn.server.cases.CaseFacts;
import org.upturn.server.surveys.questions.Languages;

/**
 * When a rule holds: each kind of condition that is told has to be met, and is when one of its values is. A rule without
 * any condition holds always.
 *
 * @param subtypes {@code new}, {@code converted}, {@code chronic}
 * @param themes ids in the program's codebook
 * @param gaps {@code delivery}, {@code feedback-loop}, {@code access}
 * @param words {@code silent}, {@code hostile}, {@code consequence}: what the words are or hold
 * @param segments of contacts
 * @param accounts that the person belongs to
 * @param languages BCP 47 tags; {@code de} holds for {@code de-AT} too
 */
public record When(
        Set<String> subtypes,
        Set<String> themes,
        Set<String> gaps,
        Set<String> words,
        Set<UUID> segments,
        Set<UUID> accounts,
        Set<String> languages) {
    public static final When ALWAYS = new When(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public When {
        subtypes = Set.copyOf(subtypes);
        themes = Set.copyOf(themes);
        gaps = Set.copyOf(gaps);
        words = Set.copyOf(words);
        segments = Set.copyOf(segments);
        accounts = Set.copyOf(accounts);
        languages = Set.copyOf(languages);
    }

    /** Whether it looks at what was said, so that it cannot hold before the words are read. */
    public boolean needsReading() {
        return !themes.isEmpty() || !gaps.isEmpty() || words.contains("hostile") || words.contains("consequence");
    }

    /** @param inSegment whether the person is in that segment now; asked only where a rule names one */
    public boolean holds(CaseFacts facts, Predicate<UUID> inSegment) {
        return (subtypes.isEmpty() || subtypes.contains(facts.subtype().word()))
                && (themes.isEmpty() || facts.themes().stream().anyMatch(one -> themes.contains(one.theme())))
                && (gaps.isEmpty() || gap(facts).filter(gaps::contains).isPresent())
                && (words.isEmpty() || words.stream().anyMatch(word -> says(facts, word)))
                && (accounts.isEmpty()
                        || facts.account() != null
                                && accounts.contains(facts.account().id()))
                && (languages.isEmpty()
                        || Languages.best(List.copyOf(languages), facts.language())
                                .isPresent())
                && (segments.isEmpty() || segments.stream().anyMatch(inSegment));
    }

    private static Optional<String> gap(CaseFacts facts) {
        return facts.reading() == null
                ? Optional.empty()
                : Optional.ofNullable(facts.reading().gap());
    }

    private static boolean says(CaseFacts facts, String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "silent" -> facts.silent();
            case "hostile" -> facts.isHostile();
            case "consequence" -> !facts.slots().consequences().isEmpty();
            default -> false;
        };
    }
}
