package org.upturn.server.verbatims.web;

import org.jspecify.annotations.Nullable;
import org.upturn.server.verbatims.codebook.CodebookDiff;
import org.upturn.server.verbatims.codebook.CodebookVersion;

/**
 * A version in the list of all.
 *
 * @param by who began it; null for the starter
 * @param base the version before it, which it is compared with; null for the first
 * @param diff what differs from that
 */
public record VersionLine(
        CodebookVersion version,
        @Nullable String by,
        @Nullable Integer base,
        @Nullable CodebookDiff diff) {}
