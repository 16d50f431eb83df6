package org.upturn.server.insights;

/** What became of a wave's detractors in the next wave, person by person (S1-20); nobody is left out. */
public record Recovery(long recovered, long improving, long unchanged, long worse, long silent) {
    public long detractors() {
        return answeredAgain() + silent;
    }

    public long answeredAgain() {
        return recovered + improving + unchanged + worse;
    }
}
