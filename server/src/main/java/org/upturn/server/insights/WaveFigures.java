package org.upturn.server.insights;

import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.surveys.Wave;

/** A wave with its NPS and its loop. */
public record WaveFigures(Wave wave, NetPromoterScore nps, LoopFigures loop) {}
