package org.upturn.engine.recode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Very many texts, kept in memory as what a rule asks of them (some 450 bytes a clause, no text), and coded again by as
 * many threads as there are cores. One thread at a time may use it.
 */
public final class History {
    /** Clauses of a block: few enough that sums for 32 themes stay near the processor. */
    private static final int BLOCK = 512;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Block.Waiting> waiting = new ArrayList<>();
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private int texts;
    private int clausesWaiting;
    private @Nullable Pass last;

    /** What a pass over all themes leaves behind. */
    private record Pass(List<Aim> aims, Rivals[] rivals) {}

    /** The work on one block. */
    private interface Work {
        void on(Scan scan, int block);
    }

    /** Adds a text; gives its number. */
    public int add(Remembered text) {
        List<Clause> clauses = text.clauses();
        if (clausesWaiting + clauses.size() > BLOCK && !waiting.isEmpty()) {
            layOut();
        }
        int[][] stems = clauses.stream().map(clause -> numbers(clause.stems())).toArray(int[][]::new);
        waiting.add(new Block.Waiting(text, stems));
        clausesWaiting += clauses.size();
        last = null;
        return texts++;
    }

    private int[] numbers(Collection<String> stems) {
        return stems.stream()
                .mapToInt(stem -> vocabulary.computeIfAbsent(stem, unseen -> vocabulary.size()))
                .toArray();
    }

    private void layOut() {
        if (!waiting.isEmpty()) {
            blocks.add(Block.of(texts - waiting.size(), waiting));
            waiting.clear();
            clausesWaiting = 0;
        }
    }

    public int texts() {
        return texts;
    }

    public long clauses() {
        return blocks.stream().mapToLong(Block::size).sum() + clausesWaiting;
    }

    /** Bytes of memory, without the vocabulary and without texts that were not yet laid out. */
    public long memory() {
        return blocks.stream().mapToLong(Block::memory).sum();
    }

    /** Codes every text by all themes. */
    public void recode(List<Aim> themes, Rule rule, Visitor visitor) {
        layOut();
        Aim[] aims = themes.toArray(Aim[]::new);
        SharedWords shared = new SharedWords(vocabulary, aims);
        Rivals[] rivals = new Rivals[blocks.size()];
        run(() -> new Scan(aims, shared, rule), (scan, block) -> rivals[block] = scan.all(blocks.get(block), visitor));
        last = new Pass(List.copyOf(themes), rivals);
    }

    /**
     * Codes every text by one theme, which stands at place 0 of what the visitor is told. Cheap when all other themes are
     * as strong as in the pass before, however this one changed; otherwise a pass over all themes comes first.
     *
     * @param place the theme's place in the codebook
     */
    public void recodeOne(List<Aim> themes, int place, Rule rule, Visitor visitor) {
        layOut();
        if (last == null || !hasSameRivals(last, themes, place)) {
            recode(themes, rule, text -> {});
        }
        Rivals[] rivals = java.util.Objects.requireNonNull(last).rivals;
        Aim[] aim = {themes.get(place)};
        SharedWords shared = new SharedWords(vocabulary, aim);
        run(
                () -> new Scan(aim, shared, rule),
                (scan, block) -> scan.one(blocks.get(block), rivals[block], place, themes.size() == 1, visitor));
    }

    private static boolean hasSameRivals(Pass pass, List<Aim> themes, int place) {
        boolean same = pass.aims.size() == themes.size();
        for (int theme = 0; same && theme < themes.size(); theme++) {
            same = theme == place || themes.get(theme).isAsStrongAs(pass.aims.get(theme));
        }
        return same;
    }

    private void run(Supplier<Scan> scans, Work work) {
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            Scan scan = scans.get();
            for (int block = next.getAndIncrement(); block < blocks.size(); block = next.getAndIncrement()) {
                work.on(scan, block);
            }
        };
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                running.add(threads.submit(worker));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Recoding failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Recoding was interrupted", e);
        }
    }
}
