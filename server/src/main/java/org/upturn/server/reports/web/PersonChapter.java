package org.upturn.server.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Case;
import org.upturn.server.responses.QuestionResults;
import org.upturn.server.responses.Response;
import org.upturn.server.verbatims.Quotation;

/** One wave in a person's story. */
public record PersonChapter(
        String wave,
        Response response,
        Quotation quotation,
        List<QuestionResults.Answered> more,
        @Nullable Case item) {}
