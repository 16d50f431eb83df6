package org.upturn.server.discovery;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Computes boards in the background, one after the other, on one thread of its own. A lease keeps other nodes from doing
 * the same; killed anywhere, the lease runs out and whoever looks at the board next begins it again.
 */
@Component
class BoardWorker implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(BoardWorker.class);
    private static final int TELL_EVERY = 20;

    private final BoardRepository boards;
    private final BoardMaking making;
    private final Clock clock;
    private final ForkJoinPool pool = new ForkJoinPool(1, BoardWorker::thread, null, true);
    private volatile boolean stopping;

    BoardWorker(BoardRepository boards, BoardMaking making, Clock clock) {
        this.boards = boards;
        this.making = making;
        this.clock = clock;
    }

    private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName("discovery");
        thread.setContextClassLoader(BoardWorker.class.getClassLoader());
        return thread;
    }

    /** Begins to compute a board unless somebody does already. */
    void begin(Scope scope) {
        UUID token = UUID.randomUUID();
        if (boards.lease(scope, token)) {
            pool.execute(() -> compute(scope, token));
        }
    }

    private void compute(Scope scope, UUID token) {
        try {
            advance(scope, token, Board.Progress.NONE);
            BoardMaking.Material material = making.material(scope);
            int all = material.uncovered().size();
            advance(scope, token, new Board.Progress(0, all));
            BoardMaking.Made made = making.make(scope, material, read -> {
                if (read % TELL_EVERY == 0) {
                    advance(scope, token, new Board.Progress(read, all));
                }
            });
            making.store(scope, token, made);
        } catch (CancellationException stopped) {
            boards.giveUp(scope, token, null);
        } catch (RuntimeException failure) {
            LOG.warn("The discovery board of wave {} stopped", scope.wave().id().value(), failure);
            boards.giveUp(scope, token, clock.instant());
        }
    }

    private void advance(Scope scope, UUID token, Board.Progress progress) {
        if (stopping || !boards.advance(scope, token, progress)) {
            throw new CancellationException();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        pool.shutdown();
        if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("A discovery board is still being computed; it is begun again after the next start");
        }
    }
}
