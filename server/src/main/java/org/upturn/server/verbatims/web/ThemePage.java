package org.upturn.server.verbatims.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Theme;
import org.upturn.server.kernel.Problem;
import org.upturn.server.verbatims.codebook.Draft;
import org.upturn.server.verbatims.codebook.ThemeForm;

/**
 * One theme being edited.
 *
 * @param id empty for a new one
 * @param seen the mark of the theme as it is now
 * @param form what is in the fields
 * @param theirs the theme as somebody else has changed it meanwhile; null when nobody has
 * @param others the other themes of the draft
 */
public record ThemePage(
        String id,
        String seen,
        ThemeForm form,
        @Nullable ThemeForm theirs,
        @Nullable Problem problem,
        List<Theme> others) {

    static ThemePage blank(Draft draft) {
        return new ThemePage("", "", ThemeForm.EMPTY, null, null, others(draft, ""));
    }

    static ThemePage of(Draft draft, Theme theme) {
        return new ThemePage(theme.id(), Draft.seen(theme), ThemeForm.of(theme), null, null, others(draft, theme.id()));
    }

    /** The same page again, with what was filled in and what is wrong with it. */
    static ThemePage again(Draft draft, String id, ThemeForm form, Problem problem) {
        Theme now = draft.theme(id).orElse(null);
        boolean conflict = problem.code() == Problem.Code.CONFLICT && now != null;
        return new ThemePage(
                now == null ? "" : id,
                now == null ? "" : Draft.seen(now),
                form,
                conflict ? ThemeForm.of(now) : null,
                problem,
                others(draft, id));
    }

    public boolean isNew() {
        return id.isEmpty();
    }

    private static List<Theme> others(Draft draft, String id) {
        return draft.content().codebook().themes().stream()
                .filter(one -> !one.id().equals(id))
                .toList();
    }
}
