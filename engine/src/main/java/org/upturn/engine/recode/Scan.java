package org.upturn.engine.recode;

import java.util.Arrays;

/** Applies the rule to block after block; each thread has its own. */
final class Scan {
    private final Aim[] aims;
    private final SharedWords shared;
    private final Rule rule;
    private final Products products;
    private double[][] strength;
    private double[][] words;
    private byte[][] named;

    /** @param shared of these very themes */
    Scan(Aim[] aims, SharedWords shared, Rule rule) {
        this.aims = aims;
        this.shared = shared;
        this.rule = rule;
        this.products = new Products(aims);
        this.strength = new double[aims.length][0];
        this.words = new double[aims.length][0];
        this.named = new byte[aims.length][0];
    }

    /** Codes the block by all themes; gives what makes coding by one of them cheap. */
    Rivals all(Block block, Visitor visitor) {
        count(block);
        float[][] sums = products.of(block);
        for (int theme = 0; theme < aims.length; theme++) {
            weigh(block, theme, sums[theme]);
        }
        Rivals rivals = Rivals.of(strength, block.size());
        Coded coded = new Coded(block, aims.length);
        for (int text = 0; text < block.texts(); text++) {
            coded.begin(block, text);
            for (int theme = 0; theme < aims.length; theme++) {
                judge(block, text, theme, theme, aims.length == 1, rivals, sums[theme], coded);
            }
            visitor.visit(coded);
        }
        return rivals;
    }

    /**
     * Codes the block by this scan's only theme.
     *
     * @param rivals of all themes of the codebook, as {@link #all} gave them
     * @param place the theme's place in the codebook
     * @param alone whether the codebook has no other
     */
    void one(Block block, Rivals rivals, int place, boolean alone, Visitor visitor) {
        count(block);
        float[] sums = products.ofOne(block);
        weigh(block, 0, sums);
        Coded coded = new Coded(block, 1);
        for (int text = 0; text < block.texts(); text++) {
            coded.begin(block, text);
            judge(block, text, 0, place, alone, rivals, sums, coded);
            visitor.visit(coded);
        }
    }

    private void count(Block block) {
        if (strength[0].length < block.size()) {
            strength = new double[aims.length][block.size()];
            words = new double[aims.length][block.size()];
            named = new byte[aims.length][block.size()];
        }
        for (int theme = 0; theme < aims.length; theme++) {
            Arrays.fill(words[theme], 0, block.size(), 0);
            Arrays.fill(named[theme], 0, block.size(), (byte) 0);
        }
        shared.count(block, words, named);
    }

    private void weigh(Block block, int theme, float[] sums) {
        double[] found = words[theme];
        for (int k = 0; k < block.size(); k++) {
            found[k] = found[k] / (found[k] + 1);
        }
        weigh(block.size(), sums, block.reach(), block.share(), found, aims[theme], rule.wordWeight(), strength[theme]);
    }

    private static void weigh(
            int size,
            float[] sums,
            double[] reach,
            double[] share,
            double[] words,
            Aim aim,
            double wordWeight,
            double[] strength) {
        double step = aim.step();
        double along = aim.along();
        for (int k = 0; k < size; k++) {
            strength[k] = Likeness.of(sums[k], reach[k], share[k], step, along) + wordWeight * words[k];
        }
    }

    private void judge(
            Block block, int text, int theme, int place, boolean alone, Rivals rivals, float[] sums, Coded coded) {
        int from = block.firstClause()[text];
        int to = block.firstClause()[text + 1];
        if (from == to) {
            coded.put(theme, 0);
            return;
        }
        double[] own = strength[theme];
        int best = from;
        double lead = -1;
        double[] first = rivals.first();
        double[] second = rivals.second();
        short[] leader = rivals.leader();
        for (int k = from; k < to; k++) {
            best = own[k] > own[best] ? k : best;
            lead = Math.max(lead, own[k] - (leader[k] == place ? second[k] : first[k]));
        }
        Aim aim = aims[theme];
        int nameStems = aim.nameStems().size();
        Rule.Signs signs = new Rule.Signs(
                Likeness.of(sums[best], block.reach()[best], block.share()[best], aim.step(), aim.along()),
                words[theme][best],
                nameStems == 0 ? 0 : (double) named[theme][best] / nameStems,
                alone ? 0 : lead,
                block.feelings()[best],
                aim.complaint());
        coded.put(theme, rule.probability(signs, block.foreign()[text]));
    }
}
