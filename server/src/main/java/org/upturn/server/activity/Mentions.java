package org.upturn.server.activity;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.upturn.server.workspaces.Member;

/** Finds whom a comment names: {@code @Olga Brandt}, or {@code @Olga} while only one is called so. */
final class Mentions {
    private Mentions() {}

    private record Called(String name, Member member) {}

    /** The members named, each once; longer names are tried first, so that “@Olga Brandt” is not “@Olga”. */
    static Set<Member> of(String words, List<Member> team) {
        String text = words.toLowerCase(Locale.ROOT);
        List<Called> names = names(team);
        var found = new LinkedHashSet<Member>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at + 1;
            boolean address = at > 0 && Character.isLetterOrDigit(text.codePointBefore(at));
            if (!address) {
                names.stream()
                        .filter(one -> stands(text, start, one.name()))
                        .findFirst()
                        .ifPresent(one -> found.add(one.member()));
            }
        }
        return found;
    }

    private static List<Called> names(List<Member> team) {
        return team.stream()
                .flatMap(member -> Stream.of(member.name(), first(member))
                        .distinct()
                        .map(name -> new Called(name.toLowerCase(Locale.ROOT), member)))
                .filter(one -> team.stream()
                                .filter(other -> other.name().equalsIgnoreCase(one.name())
                                        || first(other).equalsIgnoreCase(one.name()))
                                .count()
                        == 1)
                .sorted(Comparator.comparing((Called one) -> -one.name().length()))
                .toList();
    }

    private static String first(Member member) {
        return member.name().strip().split("\\s+")[0];
    }

    private static boolean stands(String text, int start, String name) {
        int end = start + name.length();
        return text.startsWith(name, start)
                && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)));
    }
}
