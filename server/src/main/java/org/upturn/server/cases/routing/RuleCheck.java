package org.upturn.server.cases.routing;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.contacts.segments.Segment;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspaces;

/** Whether a rule can be kept: it has a name, names what there is, and leads to somebody who may act. */
@Component
class RuleCheck {
    private static final int LONGEST_NAME = 100;
    private static final Set<String> SUBTYPES = Set.of("new", "converted", "chronic");
    private static final Set<String> GAPS = Set.of("delivery", "feedback-loop", "access");
    private static final Set<String> WORDS = Set.of("silent", "hostile", "consequence");

    /** As BCP 47 writes them: a language, and what narrows it. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*");

    private final Codebooks codebooks;
    private final Segments segments;
    private final Accounts accounts;
    private final Workspaces workspaces;

    RuleCheck(Codebooks codebooks, Segments segments, Accounts accounts, Workspaces workspaces) {
        this.codebooks = codebooks;
        this.segments = segments;
        this.accounts = accounts;
        this.workspaces = workspaces;
    }

    /** @throws Problem that says what of the rule is wrong */
    void of(WorkspaceId workspace, ProgramId program, RoutingRule rule) {
        if (rule.name().isBlank() || rule.name().length() > LONGEST_NAME) {
            throw Problem.invalid("name", "problem.routing.name", LONGEST_NAME);
        }
        words(SUBTYPES, rule.when().subtypes(), "subtypes");
        words(GAPS, rule.when().gaps(), "gaps");
        words(WORDS, rule.when().words(), "words");
        for (String language : rule.when().languages()) {
            if (!LANGUAGE.matcher(language).matches()) {
                throw Problem.invalid("languages", "problem.routing.language", language);
            }
        }
        if (!rule.when().themes().isEmpty()) {
            known(themes(workspace, program), rule.when().themes(), "themes");
        }
        Set<UUID> there = rule.when().segments().isEmpty()
                ? Set.of()
                : segments.list(workspace).stream().map(Segment::id).collect(Collectors.toSet());
        known(there, rule.when().segments(), "segments");
        known(
                accounts.names(workspace, rule.when().accounts()).keySet(),
                rule.when().accounts(),
                "accounts");
        checkTarget(workspace, rule.to());
    }

    private Set<String> themes(WorkspaceId workspace, ProgramId program) {
        return codebooks.active(workspace, program).codebook().themes().stream()
                .map(theme -> theme.id())
                .collect(Collectors.toSet());
    }

    private void checkTarget(WorkspaceId workspace, Target to) {
        if (to.kind() == Target.Kind.MEMBERS && to.members().isEmpty()) {
            throw Problem.invalid("members", "problem.routing.nobody");
        }
        Set<MemberId> team = workspaces.members(workspace).stream()
                .filter(Member::answers)
                .map(Member::id)
                .collect(Collectors.toSet());
        known(team, Set.copyOf(to.members()), "members");
    }

    private static void words(Set<String> known, Set<String> told, String field) {
        for (String one : told) {
            if (!known.contains(one)) {
                throw Problem.invalid(
                        field, "problem.routing.word", field, one, String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private static <T> void known(Set<T> known, Set<T> told, String field) {
        for (T one : told) {
            if (!known.contains(one)) {
                throw Problem.invalid(
                        field, "problem.routing.unknown", field, one instanceof MemberId member ? member.value() : one);
            }
        }
    }
}
