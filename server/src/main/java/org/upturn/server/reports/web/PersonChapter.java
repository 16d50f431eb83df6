package org.upturn.server.reports.web;

import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Case;
import org.upturn.server.responses.Response;
import org.upturn.server.verbatims.Quotation;

/** One wave in a person's story. */
public record PersonChapter(
        String wave,
        Response response,
        Quotation quotation,
        @Nullable Case item) {}
