package org.upturn.engine;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Meanings of the texts read last, for people often write the very same. Texts themselves are not kept, only their SHA-256. It
 * changes nothing but the time: a meaning depends on the text alone. Thread-safe.
 */
final class MeaningCache {
    /** What a clause and an entry take beside their vectors, in bytes, about. */
    private static final int AROUND = 64;

    private final long most;
    private final Map<ByteBuffer, Meaning> meanings = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param most bytes that may be held, about */
    MeaningCache(long most) {
        this.most = most;
    }

    Meaning get(String text, Function<String, Meaning> reading) {
        ByteBuffer key = ByteBuffer.wrap(digest(text));
        synchronized (meanings) {
            Meaning known = meanings.get(key);
            if (known != null) {
                return known;
            }
        }
        Meaning read = reading.apply(text);
        synchronized (meanings) {
            if (size(read) <= most && meanings.putIfAbsent(key, read) == null) {
                bytes += size(read);
                shrink();
            }
        }
        return read;
    }

    private void shrink() {
        var eldest = meanings.values().iterator();
        while (bytes > most) {
            bytes -= size(eldest.next());
            eldest.remove();
        }
    }

    private static long size(Meaning meaning) {
        long vectors = 1 + meaning.clauses().size();
        return (vectors + 1) * AROUND + vectors * meaning.direction().size();
    }

    private static byte[] digest(String text) {
        try {
            // Char by char: an encoder would take one broken surrogate for another.
            ByteBuffer letters = ByteBuffer.allocate(text.length() * Character.BYTES);
            letters.asCharBuffer().put(text);
            return MessageDigest.getInstance("SHA-256").digest(letters.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
