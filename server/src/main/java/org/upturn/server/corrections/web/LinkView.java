package org.upturn.server.corrections.web;

import org.jspecify.annotations.Nullable;
import org.upturn.server.corrections.Correction;
import org.upturn.server.corrections.CorrectionLinks.Opened;
import org.upturn.server.responses.web.AnswerForm;
import org.upturn.server.responses.web.AnswerPage;

/**
 * The page behind a correction link.
 *
 * @param path of the link
 * @param form the one part that is asked, with what was typed
 * @param request what is asked, in words
 * @param email what stands in the field for the address; null where it is not asked
 */
public record LinkView(
        String path,
        AnswerForm form,
        Opened opened,
        String request,
        @Nullable String email) {
    public AnswerPage page() {
        return form.page();
    }

    public boolean asksScore() {
        return part().equals(Correction.SCORE) || part().equals(Correction.BOTH);
    }

    public boolean asksWhy() {
        return part().equals(Correction.WHY) || part().equals(Correction.BOTH);
    }

    private String part() {
        return opened.correction().part();
    }
}
