package org.upturn.engine.recode;

/** One text as it was recoded; good only while its visitor is called. */
public final class Coded {
    private final double[] probabilities;
    private Block block;
    private int text;

    Coded(Block block, int themes) {
        this.block = block;
        this.probabilities = new double[themes];
    }

    void begin(Block next, int nextText) {
        block = next;
        text = nextText;
    }

    void put(int theme, double probability) {
        probabilities[theme] = probability;
    }

    /** Its number in the history, from 0 in the order of adding. */
    public int text() {
        return block.firstText() + text;
    }

    /** Whether there was anything to read. */
    public boolean isEmpty() {
        return block.firstClause()[text] == block.firstClause()[text + 1];
    }

    /** How likely the theme is there by the codebook alone, 0…1; 0 when it is too unlikely to be told of. */
    public double probability(int theme) {
        return probabilities[theme];
    }
}
