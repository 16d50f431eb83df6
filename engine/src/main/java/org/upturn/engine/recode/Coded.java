package org.upturn.engine.recode;

/** One text as it was recoded; good only while its visitor is called. */
public final class Coded {
    private final double[] probabilities;
    private final int[] clauses;
    private Block block;
    private int text;

    Coded(Block block, int themes) {
        this.block = block;
        this.probabilities = new double[themes];
        this.clauses = new int[themes];
    }

    void begin(Block next, int nextText) {
        block = next;
        text = nextText;
    }

    void put(int theme, double probability, int clause) {
        probabilities[theme] = probability;
        clauses[theme] = clause;
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

    /** UTF-16 index of the first character of the clause that speaks most for the theme. */
    public int start(int theme) {
        return block.starts()[clauses[theme]];
    }

    /** Index of the character after that clause. */
    public int end(int theme) {
        return block.ends()[clauses[theme]];
    }

    /** Sentiment of that clause, −1…1. */
    public double feeling(int theme) {
        return block.feelings()[clauses[theme]];
    }
}
