package org.upturn.server.instant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Codebook;
import org.upturn.engine.Reader;
import org.upturn.engine.Reading;
import org.upturn.engine.Verbatim;

/** Reads all verbatims of a file on all cores; the same words are read once. */
final class Readings {
    private static final int BATCH = 16;

    private final Map<String, Reading> readings;

    private Readings(Map<String, Reading> readings) {
        this.readings = readings;
    }

    /**
     * Reads.
     *
     * @param question what was asked, when the file says so
     */
    static Readings of(List<Judged> answers, Codebook codebook, @Nullable String question, Progress progress) {
        List<String> texts = answers.stream()
                .map(each -> each.answer().verbatim())
                .distinct()
                .toList();
        progress.begin(texts.size());
        Map<String, Reading> readings = new LinkedHashMap<>();
        int cores = Runtime.getRuntime().availableProcessors();
        try (Reader reader = Reader.load();
                ExecutorService pool = Executors.newFixedThreadPool(cores)) {
            List<Future<List<Reading>>> batches = new ArrayList<>();
            for (int from = 0; from < texts.size(); from += BATCH) {
                List<String> batch = texts.subList(from, Math.min(from + BATCH, texts.size()));
                batches.add(pool.submit(() -> batch.stream()
                        .map(text -> reader.read(codebook, new Verbatim(text, question, null)))
                        .toList()));
            }
            for (Future<List<Reading>> batch : batches) {
                batch.get().forEach(reading -> readings.put(texts.get(readings.size()), reading));
                progress.at(readings.size());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        progress.end();
        return new Readings(readings);
    }

    /** What was read from this text. */
    Reading of(String verbatim) {
        return java.util.Objects.requireNonNull(readings.get(verbatim));
    }

    int distinct() {
        return readings.size();
    }
}
