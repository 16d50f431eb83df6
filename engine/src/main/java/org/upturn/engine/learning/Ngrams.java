package org.upturn.engine.learning;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words, pairs of words and runs of two to five letters of a text, each hashed into one of {@value #BUCKETS} buckets.
 * They are found in any language, also in one that the model does not know.
 *
 * @param buckets in rising order, each once
 * @param values how much of each is there; the words together and the runs of letters together have length {@value #LENGTH}
 */
public record Ngrams(int[] buckets, float[] values) {
    static final int BITS = 17;
    public static final int BUCKETS = 1 << BITS;
    private static final double LENGTH = 2;
    private static final int SHORTEST_RUN = 2;
    private static final int LONGEST_RUN = 5;
    private static final int WORD_SEED = 0x2545F491;
    private static final int RUN_SEED = 0x1B873593;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’]*+");
    private static final Pattern TOKEN = Pattern.compile("\\S++");

    public static Ngrams of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Bag runs = new Bag();
        Matcher token = TOKEN.matcher(lower);
        while (token.find()) {
            addRuns(lower, token.start(), token.end(), runs);
        }
        return sum(words(text), runs.weighed());
    }

    /** The words and pairs of words alone. */
    public static Ngrams words(String text) {
        Bag words = new Bag();
        addWords(text.toLowerCase(Locale.ROOT), words);
        return words.weighed();
    }

    private static void addWords(String text, Bag bag) {
        Matcher word = WORD.matcher(text);
        int before = 0;
        while (word.find()) {
            int hash = WORD_SEED;
            for (int i = word.start(); i < word.end(); i++) {
                hash = step(hash, text.charAt(i));
            }
            bag.add(hash);
            if (before != 0) {
                bag.add(step(before, hash));
            }
            before = hash;
        }
    }

    /** Every run within one token, whose two ends count as a letter of their own. */
    private static void addRuns(String text, int start, int end, Bag bag) {
        for (int from = start - 1; from <= end; from++) {
            int hash = RUN_SEED;
            for (int i = from; i <= end && i < from + LONGEST_RUN; i++) {
                hash = step(hash, i < start || i == end ? ' ' : text.charAt(i));
                if (i - from + 1 >= SHORTEST_RUN) {
                    bag.add(hash);
                }
            }
        }
    }

    private static int step(int hash, int next) {
        return (hash ^ next) * 0x9E3779B1 + (hash >>> 15);
    }

    private static Ngrams sum(Ngrams a, Ngrams b) {
        int[] buckets = new int[a.buckets.length + b.buckets.length];
        float[] values = new float[buckets.length];
        int size = 0;
        int j = 0;
        for (int i = 0; i < a.buckets.length || j < b.buckets.length; size++) {
            int left = i < a.buckets.length ? a.buckets[i] : BUCKETS;
            int right = j < b.buckets.length ? b.buckets[j] : BUCKETS;
            buckets[size] = Math.min(left, right);
            values[size] = (left <= right ? a.values[i++] : 0) + (right <= left ? b.values[j++] : 0);
        }
        return new Ngrams(Arrays.copyOf(buckets, size), Arrays.copyOf(values, size));
    }

    /** Buckets as they come, counted in the end. */
    private static final class Bag {
        private int[] found = new int[64];
        private int size;

        void add(int hash) {
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
            found[size++] = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35 >>> (Integer.SIZE - BITS);
        }

        /** What is there twice says a little more than what is there once: 1 + ln of the count. */
        Ngrams weighed() {
            Arrays.sort(found, 0, size);
            int[] buckets = new int[size];
            float[] values = new float[size];
            int kinds = 0;
            double squares = 0;
            for (int i = 0, next; i < size; i = next, kinds++) {
                next = i + 1;
                while (next < size && found[next] == found[i]) {
                    next++;
                }
                buckets[kinds] = found[i];
                values[kinds] = (float) (1 + Math.log(next - i));
                squares += values[kinds] * values[kinds];
            }
            for (int i = 0; i < kinds; i++) {
                values[i] *= (float) (LENGTH / Math.sqrt(squares));
            }
            return new Ngrams(Arrays.copyOf(buckets, kinds), Arrays.copyOf(values, kinds));
        }
    }
}
