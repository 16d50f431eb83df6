package org.upturn.server.kernel;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a long list, paged by key: pass {@code next} as {@code after} to go on.
 *
 * @param items at most the limit asked for
 * @param next the key of the last item when there are more, else null
 */
public record Slice<T>(List<T> items, @Nullable UUID next) {
    public static final int LARGEST = 200;

    /** A slice of the rows, of which one more than the limit was fetched to see whether there are more. */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, UUID> key) {
        boolean more = rows.size() > limit;
        List<T> items = more ? rows.subList(0, limit) : rows;
        return new Slice<>(List.copyOf(items), more ? key.apply(items.getLast()) : null);
    }

    /** The limit asked for, kept within 1…{@value #LARGEST}. */
    public static int limit(@Nullable Integer asked) {
        return asked == null ? 50 : Math.clamp(asked, 1, LARGEST);
    }

    public <R> Slice<R> map(Function<T, R> to) {
        return new Slice<>(items.stream().map(to).toList(), next);
    }
}
