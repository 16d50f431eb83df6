package org.upturn.server.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The user guide. It is read out of the program when somebody first asks for it, which takes a tenth of a second. */
@Component
public class Guide {
    private static final int MOST = 20;

    private final SingletonSupplier<Map<String, Chapter>> chapters = SingletonSupplier.of(Guide::read);

    public Optional<Chapter> find(String name) {
        return Optional.ofNullable(chapters.obtain().get(name));
    }

    /** All of them, those for people before those for programs. */
    public List<Chapter> chapters() {
        return chapters.obtain().values().stream()
                .sorted(Comparator.comparing(chapter -> chapter.name().startsWith("api")))
                .toList();
    }

    /** Up to 20 parts of chapters that hold each of these words, or begin one with it; those with all of them in the heading first. */
    public List<Finding> search(String question) {
        String[] words = question.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return chapters().stream()
                .flatMap(chapter -> chapter.parts().stream()
                        .filter(part -> holds(part.title() + " " + part.text(), words))
                        .map(part -> Finding.of(chapter, part, words)))
                .sorted(Comparator.comparing(finding -> !holds(finding.part().title(), words)))
                .limit(MOST)
                .toList();
    }

    private static boolean holds(String text, String[] words) {
        String low = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}@./_-]+", " ");
        return Arrays.stream(words).allMatch(word -> low.contains(" " + word));
    }

    /** From the table of contents on, all that links lead to; nobody goes through the whole program for it. */
    private static Map<String, Chapter> read() {
        var writing = new GuideWriting(name -> file(name).exists());
        var chapters = new TreeMap<String, Chapter>();
        var coming = new ArrayDeque<>(List.of(""));
        while (!coming.isEmpty()) {
            String name = coming.remove();
            if (!chapters.containsKey(name)) {
                Chapter chapter = writing.chapter(name, text(name));
                chapters.put(name, chapter);
                coming.addAll(chapter.links());
            }
        }
        return Collections.unmodifiableMap(chapters);
    }

    private static String text(String name) {
        try {
            return file(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ClassPathResource file(String name) {
        return new ClassPathResource("guide/" + GuideWriting.file(name));
    }

    /**
     * A part that was looked for.
     *
     * @param excerpt up to 200 characters around the first of the words
     */
    public record Finding(Chapter chapter, Chapter.Part part, String excerpt) {
        private static final int AROUND = 100;

        static Finding of(Chapter chapter, Chapter.Part part, String[] words) {
            String text = part.text();
            int at = Stream.of(words)
                    .mapToInt(word -> text.toLowerCase(Locale.ROOT).indexOf(word))
                    .filter(place -> place >= 0)
                    .min()
                    .orElse(0);
            int from = at < AROUND ? 0 : text.indexOf(' ', at - AROUND) + 1;
            int to = at + AROUND >= text.length() ? text.length() : text.lastIndexOf(' ', at + AROUND);
            return new Finding(
                    chapter,
                    part,
                    (from > 0 ? "… " : "")
                            + text.substring(from, Math.max(from, to))
                            + (to < text.length() ? " …" : ""));
        }
    }
}
