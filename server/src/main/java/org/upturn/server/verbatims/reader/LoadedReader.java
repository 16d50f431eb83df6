package org.upturn.server.verbatims.reader;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.upturn.engine.Model;
import org.upturn.engine.Reader;

/**
 * The engine, loaded once for all that read: arrivals, history and previews. Arrivals go first: whoever reads history
 * asks {@link #giveWay} before each verbatim.
 */
@Component
@EnableConfigurationProperties(ReaderSettings.class)
public class LoadedReader implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LoadedReader.class);

    /** History goes on at least that often, however many arrive. */
    private static final long LONGEST_WAIT_MILLIS = 250;

    private final FutureTask<Reader> loading;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private int arriving;

    /** Nobody reads while the engine closes, for its memory is not Java's. */
    private final ReentrantReadWriteLock closing = new ReentrantReadWriteLock();

    private boolean closed;
    private boolean begun;
    private boolean ending;

    private final boolean miniLm;

    LoadedReader(ReaderSettings settings) {
        this.miniLm = Model.of(settings.model()).equals(Model.MINILM);
        this.loading = new FutureTask<>(() -> load(Model.of(settings.model())));
    }

    /** Whether it reads by the model that travels along as the usual one. */
    public boolean isMiniLm() {
        return miniLm;
    }

    /** Lets the engine work; the first caller of all waits a second or two for it. */
    public <T> T with(Function<Reader, T> work) {
        Reader engine = loaded();
        closing.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the engine is closed");
            }
            return work.apply(engine);
        } finally {
            closing.readLock().unlock();
        }
    }

    /** Loads the engine if nobody has yet. */
    public Reader loaded() {
        begin();
        loading.run();
        try {
            return loading.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the engine was loaded", stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the engine cannot be loaded", failure.getCause());
        }
    }

    private synchronized void begin() {
        if (ending) {
            throw new IllegalStateException("the engine is not loaded any more");
        }
        begun = true;
    }

    /** Once this is over nobody begins to load, and nobody is at it: a process that ends meanwhile would crash. */
    private void end() {
        synchronized (this) {
            ending = true;
        }
        if (begun) {
            try {
                loading.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException notLoaded) {
                LOG.debug("Nothing to close: {}", notLoaded.toString());
            }
        }
    }

    /** Says that one more reads arrivals now (1), or one less (-1). */
    public void arriving(int more) {
        lock.lock();
        try {
            arriving += more;
            if (arriving == 0) {
                quiet.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits a moment while arrivals are being read. */
    public void giveWay() throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
            while (arriving > 0 && left > 0) {
                left = quiet.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private static Reader load(Model model) {
        long begin = System.nanoTime();
        Reader loaded = Reader.load(model);
        LOG.info("The reader ({}) is ready after {} ms", model, (System.nanoTime() - begin) / 1_000_000);
        return loaded;
    }

    @Override
    public void destroy() {
        end();
        closing.writeLock().lock();
        try {
            closed = true;
            if (loading.state() == FutureTask.State.SUCCESS) {
                loading.resultNow().close();
            }
        } finally {
            closing.writeLock().unlock();
        }
    }
}
