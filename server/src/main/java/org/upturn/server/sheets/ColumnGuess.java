package org.upturn.server.sheets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Finds which column plays which role, from the names of the columns and from a sample of their values. A name alone is
 * never enough: a column called "score" that holds "Promoter" is not the score.
 */
public final class ColumnGuess {
    /** How many rows to look at. */
    public static final int SAMPLE = 2_000;

    private static final int MOST_SEGMENTS = 5;
    private static final int MOST_VALUES = 20;

    private final List<String> names;
    private final List<Profile> profiles;
    private final Map<Role, Integer> roles = new EnumMap<>(Role.class);

    private ColumnGuess(List<String> names, List<Row> sample) {
        this.names = names;
        this.profiles = IntStream.range(0, names.size())
                .mapToObj(i -> Profile.of(
                        names.get(i),
                        sample.stream().map(row -> row.cells().get(i)).toList()))
                .toList();
    }

    /** The best guess for a sheet; roles without a plausible column stay empty. */
    public static Columns of(Sheet sheet) {
        return of(sheet.columns(), sheet.sample(SAMPLE));
    }

    static Columns of(List<String> names, List<Row> sample) {
        ColumnGuess guess = new ColumnGuess(names, sample);
        // The order matters: a column once taken is not offered again.
        guess.take(Role.PREVIOUS, RoleWorth::previous);
        guess.take(Role.SCORE, RoleWorth::score);
        guess.take(Role.EMAIL, RoleWorth::email);
        guess.take(Role.DATE, RoleWorth::date);
        guess.take(Role.CONTACT, RoleWorth::contact);
        guess.take(Role.VERBATIM, RoleWorth::verbatim);
        guess.take(Role.WAVE, RoleWorth::wave);
        guess.take(Role.NAME, RoleWorth::name);
        guess.take(Role.PHONE, RoleWorth::phone);
        guess.take(Role.ACCOUNT, RoleWorth::account);
        return new Columns(names, guess.roles, guess.segments());
    }

    private void take(Role role, ToDoubleFunction<Profile> worth) {
        double best = 0;
        for (int i = 0; i < profiles.size(); i++) {
            double here =
                    roles.containsValue(i) || profiles.get(i).holdsGroups() ? 0 : worth.applyAsDouble(profiles.get(i));
            if (here > best) {
                best = here;
                roles.put(role, i);
            }
        }
    }

    private List<Integer> segments() {
        List<Integer> segments = new ArrayList<>();
        for (int i = 0; i < names.size() && segments.size() < MOST_SEGMENTS; i++) {
            if (!roles.containsValue(i) && splits(profiles.get(i))) {
                segments.add(i);
            }
        }
        return segments;
    }

    /** A few values that come again and again: not numbers, not yes or no, not dates, not the groups themselves. */
    private static boolean splits(Profile profile) {
        int distinct = profile.distinct().size();
        return distinct >= 2
                && distinct <= MOST_VALUES
                && distinct <= Math.max(2, profile.values().size() / 2)
                && !profile.holdsGroups()
                && !profile.isYesNo()
                && profile.numbers() < 0.5
                && profile.averageLength() <= 40
                && !profile.mentions("date", "time", "datetime")
                && profile.dates() < 0.5;
    }
}
