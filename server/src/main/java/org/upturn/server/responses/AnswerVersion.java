package org.upturn.server.responses;

import java.time.Instant;
import org.upturn.server.kernel.Score;

/** What a person answered at one time; edits add versions and never take one away. */
public record AnswerVersion(int version, Score score, String verbatim, Instant answeredAt) {}
