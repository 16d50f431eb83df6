package org.upturn.server.history;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Registry;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.sheets.Line;
import org.upturn.server.sheets.Sheet;
import org.upturn.server.surveys.PastWaves;
import org.upturn.server.workspaces.Workspaces;

/**
 * Brings a file in: one thread reads it, two store it, each some thousand rows in one transaction with the note that
 * they are in. So an import that was cut off takes the chunks that are missing and no row twice, and memory holds a few
 * chunks, however long the file.
 */
@Component
class PastImportRunner {
    static final int CHUNK = 4_000;
    private static final int STORING = 2;

    /** Read and not stored yet: those being stored, and one more for each. */
    private static final int WAITING = 2 * STORING;

    private final PastImportRepository repository;
    private final ImportRowRepository rows;
    private final ChunkStore store;
    private final ImportFiles files;
    private final Registry registry;
    private final PastWaves waves;
    private final Workspaces workspaces;
    private final MessageSource messages;
    private final Clock clock;

    PastImportRunner(
            PastImportRepository repository,
            ImportRowRepository rows,
            ChunkStore store,
            ImportFiles files,
            Registry registry,
            PastWaves waves,
            Workspaces workspaces,
            MessageSource messages,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.store = store;
        this.files = files;
        this.registry = registry;
        this.waves = waves;
        this.workspaces = workspaces;
        this.messages = messages;
        this.clock = clock;
    }

    /** Reads the whole file; false when it was paused or cancelled before its end. */
    boolean run(WorkspaceId workspace, UUID id) throws InterruptedException {
        PastImport file = repository.find(workspace, id);
        Path path = files.of(id);
        try (Sheet sheet = Sheet.open(path, file.sheet().isEmpty() ? null : file.sheet());
                ExecutorService storing = Executors.newFixedThreadPool(STORING)) {
            if (file.counts().all() == null) {
                try (Stream<Line> lines = sheet.lines()) {
                    repository.count(workspace, id, (int) lines.count());
                }
            }
            try (Stream<Line> lines = sheet.lines()) {
                return new Run(workspace, file, storing).all(lines.iterator());
            }
        }
    }

    /** One pass over one file. */
    private final class Run {
        private final WorkspaceId workspace;
        private final PastImport file;
        private final ExecutorService storing;
        private final Semaphore room = new Semaphore(WAITING);
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final AnswerRows answers;
        private final WaveBook book;
        private final Refusals refusals;
        private volatile boolean stopped;

        Run(WorkspaceId workspace, PastImport file, ExecutorService storing) {
            this.workspace = workspace;
            this.file = file;
            this.storing = storing;
            this.answers = new AnswerRows(
                    file, registry.rules(workspace), workspaces.find(workspace).timeZone(), clock);
            this.book = new WaveBook(workspace, file, waves, rows, clock);
            this.refusals = new Refusals(file, messages, LocaleContextHolder.getLocale());
        }

        boolean all(Iterator<Line> lines) throws InterruptedException {
            Set<Integer> in = rows.chunks(workspace, file.id());
            for (int number = 0; lines.hasNext() && !stopped && failure.get() == null; number++) {
                if (in.contains(number)) {
                    skip(lines);
                } else {
                    hand(chunk(number, lines));
                    if (number == 0) {
                        learn();
                    }
                }
            }
            room.acquire(WAITING);
            Throwable failed = failure.get();
            if (failed != null) {
                throw new IllegalStateException(failed);
            }
            return !stopped;
        }

        /** The first chunk is stored alone, so that the planner knows the tables before they grow. */
        private void learn() throws InterruptedException {
            room.acquire(WAITING);
            rows.analyze();
            room.release(WAITING);
        }

        private void skip(Iterator<Line> lines) {
            for (int i = 0; i < CHUNK && lines.hasNext(); i++) {
                lines.next();
            }
        }

        private ChunkStore.Chunk chunk(int number, Iterator<Line> lines) {
            var told = new ArrayList<ChunkStore.Placed>(CHUNK);
            List<PastImport.Rejected> rejected = new ArrayList<>();
            int all = 0;
            for (; all < CHUNK && lines.hasNext(); all++) {
                Line line = lines.next();
                try {
                    AnswerRows.Told one = answers.read(line);
                    told.add(new ChunkStore.Placed(one, book.of(one.wave(), one.answeredAt())));
                } catch (AnswerRows.Refused refused) {
                    rejected.add(refusals.of(line, refused));
                }
            }
            return new ChunkStore.Chunk(number, all, told, rejected);
        }

        private void hand(ChunkStore.Chunk chunk) throws InterruptedException {
            room.acquire();
            storing.execute(() -> {
                try {
                    if (!stopped && failure.get() == null && !store.store(workspace, file, chunk)) {
                        stopped = true;
                    }
                } catch (RuntimeException | Error failed) {
                    failure.compareAndSet(null, failed);
                } finally {
                    room.release();
                }
            });
        }
    }
}
