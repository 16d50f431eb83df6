package org.upturn.server.verbatims;

/**
 * What is still to be read.
 *
 * @param verbatims all that wait
 * @param stuck those among them that could not be read in several tries; they are tried again, at least every hour
 */
public record Waiting(long verbatims, long stuck) {
    public boolean isOver() {
        return verbatims == 0;
    }
}
