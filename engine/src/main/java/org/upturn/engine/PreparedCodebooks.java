package org.upturn.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps the codebooks used last ready for reading. Thread-safe. */
final class PreparedCodebooks {
    static final int KEPT = 32;

    private static final int VERSION_BYTES = 6;

    private final OpenModel model;
    private final Map<Codebook, Ready> prepared = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Codebook, Ready> eldest) {
            return size() > KEPT;
        }
    };
    private final ReentrantLock preparing = new ReentrantLock();
    private volatile @Nullable Latest latest;

    PreparedCodebooks(OpenModel model) {
        this.model = model;
    }

    /** A codebook made ready for reading, and what it is called in {@link Versions}. */
    record Ready(PreparedCodebook codebook, Versions versions) {}

    /** The codebook read with last; a whole one takes some time to compare. */
    private record Latest(Codebook codebook, Ready ready) {}

    Ready of(Codebook codebook) {
        Latest known = latest;
        if (known != null && known.codebook == codebook) {
            return known.ready;
        }
        Ready ready = found(codebook);
        latest = new Latest(codebook, ready);
        return ready;
    }

    private Ready found(Codebook codebook) {
        preparing.lock();
        try {
            Ready ready = prepared.get(codebook);
            if (ready == null) {
                ready = new Ready(
                        PreparedCodebook.of(codebook, model),
                        new Versions(Versions.ENGINE, model.name(), version(codebook)));
                prepared.put(codebook, ready);
            }
            return ready;
        } finally {
            preparing.unlock();
        }
    }

    private static String version(Codebook codebook) {
        try {
            byte[] written = CodebookFile.write(codebook).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(written);
            return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
