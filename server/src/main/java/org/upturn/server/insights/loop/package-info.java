/**
 * The loop in figures: how fast each step was, what became of each detractor, whether contact goes with recovery, what it
 * cost. One statement fetches a row a case; everything told is counted from those rows, so that no two figures can differ.
 */
@org.jspecify.annotations.NullMarked
package org.upturn.server.insights.loop;
