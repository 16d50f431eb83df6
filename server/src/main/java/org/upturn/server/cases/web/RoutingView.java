package org.upturn.server.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.routing.RoutingRule;
import org.upturn.server.cases.routing.RuleSet;
import org.upturn.server.cases.routing.RuleVersion;
import org.upturn.server.cases.routing.Simulation;
import org.upturn.server.cases.routing.Target;
import org.upturn.server.cases.routing.UsualRule;
import org.upturn.server.cases.routing.When;
import org.upturn.server.contacts.segments.Segment;
import org.upturn.server.kernel.Message;
import org.upturn.server.surveys.Program;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Page;

/**
 * Who answers for a program's detractors, as its page shows it.
 *
 * @param team who may own cases
 * @param names of all who are or were on it
 * @param owner the loop owner; null until somebody is named
 * @param senior who gets converted ones; null when the owner gets them too
 * @param rules of the draft, else those that are live
 * @param draft whether they are not live yet
 * @param themes names by id
 * @param accounts names by id of those that rules are about
 * @param accountNames of others, to choose from
 * @param days how far back the rules are tried
 * @param simulation what the rules would have done; null when nobody asked
 */
public record RoutingView(
        Program program,
        List<Member> team,
        Map<MemberId, String> names,
        @Nullable UUID owner,
        @Nullable UUID senior,
        RuleSet rules,
        boolean draft,
        Map<String, String> themes,
        List<Segment> segments,
        Map<UUID, String> accounts,
        List<String> accountNames,
        List<RuleVersion> versions,
        @Nullable Simulation simulation,
        int days) {
    /**
     * What the form of a rule shows.
     *
     * @param place of the rule; beyond the last for a new one
     * @param refused what somebody sent in vain; null when nothing
     */
    public RuleForm form(int place, RuleForm.@Nullable Refused refused) {
        if (refused != null && refused.place() == place) {
            return refused.form();
        }
        return RuleForm.of(place < rules.rules().size() ? rules.rules().get(place) : null);
    }

    public boolean isMissing() {
        return owner == null;
    }

    public String name(@Nullable MemberId member) {
        return member == null ? "—" : names.getOrDefault(member, "—");
    }

    /** When a rule holds, in words. */
    public String when(Page page, RoutingRule rule) {
        When when = rule.when();
        var parts = new ArrayList<String>();
        words(when.subtypes(), one -> page.text("subtype." + one)).ifPresent(parts::add);
        if (!when.themes().isEmpty()) {
            parts.add(page.text(
                    "routing.when.themes",
                    when.themes().stream()
                            .map(one -> themes.getOrDefault(one, one))
                            .sorted()
                            .collect(Collectors.joining(", "))));
        }
        words(when.gaps(), one -> page.text("routing.gap." + one)).ifPresent(parts::add);
        words(when.words(), one -> page.text("routing.words." + one)).ifPresent(parts::add);
        if (!when.segments().isEmpty()) {
            parts.add(page.text(
                    "routing.when.segments",
                    segments.stream()
                            .filter(one -> when.segments().contains(one.id()))
                            .map(Segment::name)
                            .collect(Collectors.joining(", "))));
        }
        if (!when.accounts().isEmpty()) {
            parts.add(page.text(
                    "routing.when.accounts",
                    when.accounts().stream()
                            .map(one -> accounts.getOrDefault(one, page.text("routing.accounts.gone")))
                            .sorted()
                            .collect(Collectors.joining(", "))));
        }
        if (!when.languages().isEmpty()) {
            parts.add(page.text(
                    "routing.when.languages", when.languages().stream().sorted().collect(Collectors.joining(", "))));
        }
        return parts.isEmpty() ? page.text("routing.when.always") : String.join(" · ", parts);
    }

    /**
     * A version that is or was live.
     *
     * @param live whether it decides now
     * @param missing names of the rules that decide now and were not in it
     */
    public record Version(RoutingView view, RuleVersion told, boolean live, List<Line> lines, List<String> missing) {}

    /**
     * A rule of it.
     *
     * @param now {@code same}, {@code changed} or {@code gone}: what it is among the rules of now
     * @param fault why it cannot be used again; null when it can
     */
    public record Line(
            RoutingRule rule, String now, @Nullable Message fault) {}

    /** When the rule of this name holds, in words. */
    public String when(Page page, String name) {
        return rules.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(rule -> when(page, rule))
                .orElse("");
    }

    /** A rule to begin with. */
    public record Usual(UsualRule kind, RoutingRule rule) {}

    /** The rules to begin with that are not there yet, each leading to the program's own people until others are chosen. */
    public List<Usual> usual(Page page) {
        var all = new ArrayList<Usual>();
        for (UsualRule kind : UsualRule.values()) {
            UUID who = kind == UsualRule.CONVERTED && senior != null ? senior : owner;
            kind.rule(
                            page.text("routing.usual." + kind.word()),
                            themes.keySet(),
                            who == null ? List.of() : List.of(new MemberId(who)))
                    .filter(rule -> when(page, rule.name()).isEmpty())
                    .ifPresent(rule -> all.add(new Usual(kind, rule)));
        }
        return all;
    }

    private static Optional<String> words(Set<String> words, UnaryOperator<String> told) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.stream().sorted().map(told).collect(Collectors.joining(" / ")));
    }

    /** To whom a rule leads, in words. */
    public String to(Page page, RoutingRule rule) {
        return rule.to().kind() == Target.Kind.MEMBERS
                ? rule.to().members().stream().map(this::name).collect(Collectors.joining(", "))
                : page.text("routing.to." + rule.to().kind().word());
    }
}
