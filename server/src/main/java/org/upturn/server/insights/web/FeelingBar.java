package org.upturn.server.insights.web;

import org.upturn.server.insights.Feelings;

/**
 * How words feel, as one bar of 0…100 units around its middle: what is neutral lies across the middle, negative to its
 * left, positive to its right. All of it together takes half of the width, so that it always fits.
 */
public record FeelingBar(Feelings feelings) {
    private static final double MIDDLE = 50;

    public double negativeX() {
        return neutralX() - negativeWidth();
    }

    public double negativeWidth() {
        return width(feelings.negative());
    }

    public double neutralX() {
        return MIDDLE - neutralWidth() / 2;
    }

    public double neutralWidth() {
        return width(feelings.neutral());
    }

    public double positiveX() {
        return MIDDLE + neutralWidth() / 2;
    }

    public double positiveWidth() {
        return width(feelings.positive());
    }

    private double width(long part) {
        return feelings.all() == 0 ? 0 : MIDDLE * part / feelings.all();
    }
}
