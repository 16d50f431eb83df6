package org.upturn.server.contacts.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.clean.Likeness;

/**
 * Finds contacts that may be the same person. Only those are compared that share an address, a number or a name, or that
 * lie side by side when names are sorted, forwards and backwards (blocking and sorted neighbourhood: Hernández and Stolfo,
 * "The Merge/Purge Problem for Large Databases", 1995), so that time grows with n log n.
 */
final class DuplicateSearch {
    private static final int WINDOW = 6;
    private static final int LARGEST_BLOCK = 30;
    private static final int SHORTEST_LOCAL_PART = 5;
    private static final int SHORTEST_NUMBER = 7;
    private static final int COMPARED_DIGITS = 9;

    /** From here on two names are one name spelled in two ways; Jaro-Winkler. */
    private static final double SAME_NAME = 0.92;

    /** From here on they may be, when something else speaks for it. */
    private static final double LIKE_NAME = 0.85;

    private final List<Person> people;
    private final Map<Pair, Found> found = new HashMap<>();

    private DuplicateSearch(List<Person> people) {
        this.people = people;
    }

    /**
     * A contact as it is compared; what is compared often is made once.
     *
     * @param nameKey as {@link Likeness#nameKey} makes it
     * @param nameDigits the digits in it
     * @param local what stands before the @, without dots and what follows a plus
     * @param emailDigits the digits of the address
     * @param digits the last of the phone number; empty without one
     */
    record Person(
            UUID id,
            String nameKey,
            String nameDigits,
            @Nullable String email,
            String local,
            String emailDigits,
            String digits,
            @Nullable UUID account) {
        static Person of(UUID id, String name, @Nullable String email, @Nullable String phone, @Nullable UUID account) {
            String key = Likeness.nameKey(name);
            String local = email == null ? "" : email.substring(0, email.lastIndexOf('@'));
            boolean rings = phone != null && phone.length() >= SHORTEST_NUMBER;
            return new Person(
                    id,
                    key,
                    key.replaceAll("\\D+", ""),
                    email,
                    local.replaceAll("\\+.*|\\.", ""),
                    email == null ? "" : email.replaceAll("\\D+", ""),
                    rings ? phone.substring(Math.max(0, phone.length() - COMPARED_DIGITS)) : "",
                    account);
        }
    }

    /** Two contacts, the lower id first. */
    record Pair(UUID one, UUID other) {
        static Pair of(UUID one, UUID other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** @param likeness 0…1 @param reason a word for what speaks for it */
    record Found(Pair pair, double likeness, String reason) {}

    /** Pairs that may be one person, the likeliest first. */
    static List<Found> of(List<Person> people) {
        var search = new DuplicateSearch(people);
        search.block(person -> person.email());
        search.block(person -> person.local().length() < SHORTEST_LOCAL_PART ? null : person.local());
        search.block(person -> person.digits().isEmpty() ? null : person.digits());
        search.block(person -> person.nameKey());
        search.neighbours(Comparator.comparing(Person::nameKey));
        search.neighbours(Comparator.comparing(
                person -> new StringBuilder(person.nameKey()).reverse().toString()));
        return search.found.values().stream()
                .sorted(Comparator.comparingDouble(Found::likeness)
                        .reversed()
                        .thenComparing(one -> one.pair().one())
                        .thenComparing(one -> one.pair().other()))
                .toList();
    }

    private void block(Function<Person, @Nullable String> key) {
        var blocks = new HashMap<String, List<Person>>();
        for (Person person : people) {
            String block = key.apply(person);
            if (block != null && !block.isBlank()) {
                blocks.computeIfAbsent(block, none -> new ArrayList<>()).add(person);
            }
        }
        blocks.values().forEach(block -> {
            if (block.size() > LARGEST_BLOCK) {
                block.sort(Comparator.comparing(Person::nameKey).thenComparing(Person::id));
            }
            compare(block, block.size() > LARGEST_BLOCK ? WINDOW : LARGEST_BLOCK);
        });
    }

    private void neighbours(Comparator<Person> order) {
        compare(people.stream().sorted(order.thenComparing(Person::id)).toList(), WINDOW);
    }

    private void compare(List<Person> sorted, int window) {
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < Math.min(sorted.size(), i + window); j++) {
                compare(sorted.get(i), sorted.get(j));
            }
        }
    }

    private void compare(Person one, Person other) {
        Pair pair = Pair.of(one.id(), other.id());
        if (one.id().equals(other.id()) || found.containsKey(pair)) {
            return;
        }
        judge(one, other).ifPresent(reason -> found.put(pair, new Found(pair, reason.likeness, reason.word())));
    }

    /** What speaks for one person, with how much. The order is that of the weight. */
    private enum Reason {
        EMAIL_AND_NAME(0.98),
        PHONE_AND_NAME(0.95),
        NEAR_EMAIL(0.93),
        NAME_AND_ACCOUNT(0.9),
        EMAIL(0.82),
        NAME(0.8);

        private final double likeness;

        Reason(double likeness) {
            this.likeness = likeness;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static Optional<Reason> judge(Person one, Person other) {
        double name = nameLikeness(one, other);
        boolean sameEmail = one.email() != null && one.email().equals(other.email());
        if (sameEmail) {
            return Optional.of(name >= LIKE_NAME ? Reason.EMAIL_AND_NAME : Reason.EMAIL);
        }
        if (name < LIKE_NAME) {
            return Optional.empty();
        }
        if (!one.digits().isEmpty() && one.digits().equals(other.digits())) {
            return Optional.of(Reason.PHONE_AND_NAME);
        }
        if (one.email() != null && other.email() != null && isNear(one, other)) {
            return Optional.of(Reason.NEAR_EMAIL);
        }
        if (name >= SAME_NAME && one.account() != null && one.account().equals(other.account())) {
            return Optional.of(Reason.NAME_AND_ACCOUNT);
        }
        boolean unreachable = one.email() == null || other.email() == null;
        boolean wholeName = one.nameKey().contains(" ") && one.nameKey().equals(other.nameKey());
        return wholeName && unreachable ? Optional.of(Reason.NAME) : Optional.empty();
    }

    /** Person 1 and Person 2 are two, however alike the rest is. */
    private static double nameLikeness(Person one, Person other) {
        return one.nameDigits().equals(other.nameDigits()) ? Likeness.jaroWinkler(one.nameKey(), other.nameKey()) : 0;
    }

    private static boolean isNear(Person one, Person other) {
        String mine = String.valueOf(one.email());
        String theirs = String.valueOf(other.email());
        if (!one.emailDigits().equals(other.emailDigits())) {
            return false;
        }
        return one.local().length() >= SHORTEST_LOCAL_PART && one.local().equals(other.local())
                || Math.abs(mine.length() - theirs.length()) <= 2
                        && one.local().length() >= SHORTEST_LOCAL_PART
                        && Likeness.edits(mine, theirs) <= 2;
    }
}
