package org.upturn.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a team listens for.
 *
 * @param id stable key inside its codebook, for example {@code lack-of-instructor-feedback}
 * @param name the words people see
 * @param description a line or two saying what belongs here
 * @param examples verbatims that belong here; may be empty
 * @param gap which gap it points to (S1-04), when it points to one
 * @param owner whom such a detractor should go to, by e-mail or role, when the team has said so
 * @param parent id of the theme of the same codebook that it belongs to, when it belongs to one
 */
public record Theme(
        String id,
        String name,
        String description,
        List<String> examples,
        @Nullable Gap gap,
        @Nullable String owner,
        @Nullable String parent) {
    public Theme {
        examples = List.copyOf(examples);
    }

    /** A theme that stands by itself. */
    public Theme(
            String id,
            String name,
            String description,
            List<String> examples,
            @Nullable Gap gap,
            @Nullable String owner) {
        this(id, name, description, examples, gap, owner, null);
    }
}
