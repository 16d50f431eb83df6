package org.upturn.server.insights;

import org.upturn.server.kernel.NetPromoterScore;

/** NPS of the people who had this value of an attribute when they answered. */
public record SegmentFigures(String attribute, String value, NetPromoterScore nps) {}
