package org.upturn.engine.recode;

import java.util.List;

/**
 * Some hundred clauses of whole texts, laid out number by number: first the first byte of every clause, then the second of
 * every clause. So the same step is done on all clauses side by side.
 *
 * @param firstText number of its first text in the history
 * @param size how many clauses it holds
 * @param numbers of a direction
 * @param bytes directions; byte i of clause k stands at i · size + k
 * @param firstClause of each text, and one more: the number of clauses
 * @param foreign whether each text is known to be in another language than English
 * @param firstStem of each clause in {@code stems}, and one more
 * @param stems numbers of stems in the history's vocabulary
 */
record Block(
        int firstText,
        int size,
        int numbers,
        byte[] bytes,
        double[] reach,
        double[] share,
        double[] feelings,
        int[] firstClause,
        boolean[] foreign,
        int[] firstStem,
        int[] stems) {
    private static final int OBJECTS = 10 * 16 + 72;

    /** A text that waits to be laid out. */
    record Waiting(Remembered text, int[][] stems) {}

    static Block of(int firstText, List<Waiting> texts) {
        int size = texts.stream().mapToInt(waits -> waits.text.clauses().size()).sum();
        int words = texts.stream()
                .flatMap(text -> java.util.Arrays.stream(text.stems))
                .mapToInt(stems -> stems.length)
                .sum();
        int numbers = texts.stream()
                .flatMap(waits -> waits.text.clauses().stream())
                .findFirst()
                .map(clause -> clause.direction().length)
                .orElse(0);
        Block block = new Block(
                firstText,
                size,
                numbers,
                new byte[numbers * size],
                new double[size],
                new double[size],
                new double[size],
                new int[texts.size() + 1],
                new boolean[texts.size()],
                new int[size + 1],
                new int[words]);
        int at = 0;
        for (int text = 0; text < texts.size(); text++) {
            Waiting waiting = texts.get(text);
            block.foreign[text] = waiting.text.foreign();
            for (int i = 0; i < waiting.text.clauses().size(); i++, at++) {
                block.put(at, waiting.text.clauses().get(i), waiting.stems[i]);
            }
            block.firstClause[text + 1] = at;
        }
        return block;
    }

    private void put(int at, Clause clause, int[] words) {
        for (int i = 0; i < numbers; i++) {
            bytes[i * size + at] = clause.direction()[i];
        }
        reach[at] = clause.reach();
        share[at] = clause.share();
        feelings[at] = clause.feeling();
        firstStem[at + 1] = firstStem[at] + words.length;
        System.arraycopy(words, 0, stems, firstStem[at], words.length);
    }

    int texts() {
        return foreign.length;
    }

    /** Bytes of memory. */
    long memory() {
        return OBJECTS + size * (numbers + 3L * 8 + 4L) + firstClause.length * 5L + stems.length * 4L;
    }
}
