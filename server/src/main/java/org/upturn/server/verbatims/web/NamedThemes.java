package org.upturn.server.verbatims.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.Wave;

/**
 * The themes of a version as people read them.
 *
 * @param wave the latest wave that anybody answered, whose figures are shown; null while there is none
 */
public record NamedThemes(List<ThemeLine> themes, @Nullable Wave wave) {}
