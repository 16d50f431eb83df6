package org.upturn.engine.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.upturn.engine.Passages;
import org.upturn.engine.Passages.Passage;
import org.upturn.engine.Words;

/**
 * Makes remarks of entries. Where nearly all texts are short, each is one remark; otherwise a text of more than a dozen
 * words falls into its clauses, for it is likely to speak of several things. The order of the entries does not matter.
 */
final class Remarks {
    /** Words of a text that may hold more than one remark. */
    private static final int LONG = 20;
    /** Where at most this share of the texts is long, people made one remark each. */
    private static final double FEW_LONG = 0.15;
    /** Otherwise a text up to this many words stays whole. */
    private static final int SHORT = 12;
    /** Centring takes off half of what is shared when there are this many remarks. */
    private static final int FEW_REMARKS = 20;

    private final Passages passages;
    private final List<Entry> entries;

    Remarks(Passages passages, List<Entry> entries) {
        this.passages = passages;
        this.entries = entries;
    }

    /** A text without its names, and the entries that consist of it. */
    private record Text(String blanked, List<Integer> entries, int words) {}

    private static final class Gathering {
        private final List<Remark.Place> places = new ArrayList<>();
        private float[] sum = new float[0];

        void add(List<Integer> entries, Passage passage) {
            if (places.isEmpty()) {
                sum = new float[passage.vector().length];
            }
            Directions.add(sum, passage.vector(), 1);
            entries.forEach(entry -> places.add(new Remark.Place(entry, passage.start(), passage.end())));
        }
    }

    /**
     * All remarks that hold a word, in order of their words.
     *
     * @param progress is told how many different texts have been read, from any thread
     */
    List<Remark> all(IntConsumer progress) {
        List<Text> texts = texts();
        long many = texts.stream().filter(text -> text.words > LONG).count();
        int whole = many <= FEW_LONG * texts.size() ? Integer.MAX_VALUE : SHORT;
        AtomicInteger read = new AtomicInteger();
        List<List<Passage>> found = texts.parallelStream()
                .map(text -> text.words <= whole ? passages.whole(text.blanked) : passages.clauses(text.blanked))
                .peek(done -> progress.accept(read.incrementAndGet()))
                .toList();
        return gathered(texts, found);
    }

    private List<Text> texts() {
        Map<String, List<Integer>> same = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            same.computeIfAbsent(entries.get(i).text(), text -> new ArrayList<>())
                    .add(i);
        }
        Names names = Names.in(same.keySet());
        List<Text> texts = new ArrayList<>();
        same.forEach((text, places) -> {
            String blanked = names.blank(text);
            int words = Words.of(blanked).size();
            if (words > 0) {
                texts.add(new Text(blanked, places, words));
            }
        });
        return texts;
    }

    private static List<Remark> gathered(List<Text> texts, List<List<Passage>> found) {
        Map<String, Gathering> gathered = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            for (Passage passage : found.get(i)) {
                List<String> words = Words.of(texts.get(i).blanked.substring(passage.start(), passage.end()));
                if (!words.isEmpty()) {
                    gathered.computeIfAbsent(String.join(" ", words), key -> new Gathering())
                            .add(texts.get(i).entries, passage);
                }
            }
        }
        float[][] vectors =
                gathered.values().stream().map(one -> Directions.unit(one.sum)).toArray(float[][]::new);
        Directions.centre(vectors, FEW_REMARKS);
        List<Remark> remarks = new ArrayList<>();
        gathered.forEach((words, one) -> {
            one.places.sort(Comparator.comparingInt(Remark.Place::entry));
            remarks.add(new Remark(Arrays.asList(words.split(" ")), one.places, vectors[remarks.size()]));
        });
        return remarks;
    }
}
