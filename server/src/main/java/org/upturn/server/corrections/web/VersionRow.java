package org.upturn.server.corrections.web;

import org.jspecify.annotations.Nullable;
import org.upturn.server.responses.AnswerVersion;

/** One version of an answer, with the request that it came of; null when the person changed it unasked. */
public record VersionRow(AnswerVersion version, @Nullable AskedRow asked) {}
