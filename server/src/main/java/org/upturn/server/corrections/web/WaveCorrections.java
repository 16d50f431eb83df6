package org.upturn.server.corrections.web;

import java.util.List;
import org.upturn.server.corrections.BasisFigures;
import org.upturn.server.corrections.ReasonCounts;
import org.upturn.server.surveys.Wave;

/** What corrections did in one wave. */
public record WaveCorrections(Wave wave, BasisFigures figures, List<ReasonCounts> reasons) {}
