package org.upturn.engine.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.upturn.engine.Passages;

/**
 * The door of discovery: groups texts that nobody has named a theme for, without knowing how many groups there are. The
 * same entries in any order give the same groups; what belongs nowhere stays out. Why it works as it does is in
 * RATIONALE.md of the engine.
 *
 * <p>Reading takes a few milliseconds a text and core, comparing grows with the square of the remarks (some two minutes for
 * 50,000 on a core). It works in the pool of parallel streams; called from a task of another fork-join pool it stays within that one.
 */
public final class Discovery {
    /** Cosine of centred vectors; below this two remarks have nothing to do with each other. */
    private static final double RELATED = 0.3;

    private static final int TERMS_IN_LABEL = 3;
    private static final int WORDS_IN_LABEL = 6;

    private final Passages passages;

    /** @param passages says what texts mean; stays the caller's to close */
    public Discovery(Passages passages) {
        this.passages = passages;
    }

    /** Groups of at least {@code min} entries, the largest first. */
    public List<Group> groups(List<Entry> entries, int min) {
        return groups(entries, min, read -> {});
    }

    /** @param progress is told how many different texts have been read, from any thread and not always in order */
    public List<Group> groups(List<Entry> entries, int min, IntConsumer progress) {
        List<Remark> remarks = new Remarks(passages, entries).all(progress);
        float[][] vectors = remarks.stream().map(Remark::vector).toArray(float[][]::new);
        Graph graph = Graph.of(Neighbours.of(vectors, Graph.REACH, RELATED));
        List<int[]> settled = new Settling(remarks, vectors, min).groups(Resolution.best(graph, vectors));
        Terms terms = new Terms(remarks);
        List<Group> groups = new ArrayList<>();
        for (int[] members : settled) {
            groups.add(group(members, remarks, terms.of(members), entries));
        }
        groups.sort(Comparator.comparingInt(Group::size).reversed().thenComparing(Group::label));
        return IntStream.range(0, groups.size())
                .mapToObj(i -> numbered(i + 1, groups.get(i)))
                .toList();
    }

    private static Group group(int[] members, List<Remark> remarks, List<String> terms, List<Entry> entries) {
        List<Remark> said = Arrays.stream(members).mapToObj(remarks::get).toList();
        List<String> ids = said.stream()
                .flatMap(remark -> remark.places().stream())
                .map(Remark.Place::entry)
                .distinct()
                .sorted()
                .map(entry -> entries.get(entry).id())
                .toList();
        List<Remark> typical = Typical.of(said);
        List<Quotation> quotations = typical.stream()
                .map(remark -> remark.places().getFirst())
                .map(place -> new Quotation(entries.get(place.entry()).id(), place.start(), place.end()))
                .toList();
        return new Group(0, label(terms, typical.getFirst()), terms, ids, quotations);
    }

    /** A group of common words only ("It was very good") is named by what it typically says. */
    private static String label(List<String> terms, Remark typical) {
        return terms.isEmpty()
                ? String.join(
                        " ",
                        typical.words()
                                .subList(
                                        0,
                                        Math.min(WORDS_IN_LABEL, typical.words().size())))
                : String.join(", ", terms.subList(0, Math.min(TERMS_IN_LABEL, terms.size())));
    }

    private static Group numbered(int number, Group group) {
        return new Group(number, group.label(), group.terms(), group.ids(), group.quotations());
    }
}
