package org.upturn.server.responses;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Score;

/**
 * What a person answers, before it is stored.
 *
 * @param words kept exactly as given
 * @param language in which it was asked; null for the language that the survey is written in
 * @param answers values by question, beyond score and words
 */
public record Given(Score score, String words, @Nullable String language, Map<String, List<String>> answers) {}
