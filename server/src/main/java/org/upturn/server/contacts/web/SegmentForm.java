package org.upturn.server.contacts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.segments.Condition;
import org.upturn.server.contacts.segments.Rule;
import org.upturn.server.contacts.segments.SegmentField;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;

/**
 * The editor of a segment: the rule as it stands, one more empty line, and whom it holds for.
 *
 * @param id null for a new one
 * @param members who can own an account
 * @param people null while there is no rule, or one that cannot be asked
 * @param first some of the people
 * @param problem why the rule cannot be asked
 */
public record SegmentForm(
        @Nullable UUID id,
        String name,
        Rule rule,
        List<Condition> lines,
        List<String> attributes,
        List<Member> members,
        @Nullable Long people,
        List<Contact> first,
        @Nullable Problem problem) {
    private static final Condition EMPTY = new Condition("", Condition.Is.IS, "");

    /** Whether this line asks for a member of the workspace. */
    public boolean isOfMember(Condition line) {
        return line.field().equals(SegmentField.ACCOUNT_OWNER.word());
    }

    static List<Condition> lines(Rule rule) {
        var lines = new ArrayList<>(rule.conditions());
        lines.add(EMPTY);
        return lines;
    }

    /** The conditions of a form; a line without a field is none. */
    static Rule rule(
            String match, @Nullable List<String> field, @Nullable List<String> is, @Nullable List<String> value) {
        var conditions = new ArrayList<Condition>();
        for (int i = 0; field != null && i < field.size(); i++) {
            if (!field.get(i).isBlank()) {
                conditions.add(new Condition(
                        field.get(i),
                        Condition.Is.of(is == null || i >= is.size() ? "is" : is.get(i)),
                        value == null || i >= value.size() ? "" : value.get(i)));
            }
        }
        return new Rule(match.equals("any"), conditions);
    }
}
