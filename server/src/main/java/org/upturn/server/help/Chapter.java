package org.upturn.server.help;

import java.util.List;
import java.util.Set;

/**
 * A chapter of the user guide.
 *
 * @param name as in its address below {@code /help/}: {@code cases}, {@code api/cases}; empty for the table of contents
 * @param html its text as HTML without page around it; ours, so nothing in it needs escaping
 * @param links the names of the chapters that it leads to
 * @param parts its text in the order of its headings, the first of which is the title
 */
public record Chapter(String name, String title, String html, Set<String> links, List<Part> parts) {
    public Chapter {
        links = Set.copyOf(links);
        parts = List.copyOf(parts);
    }

    /** Where it stands. */
    public String path() {
        return path(name);
    }

    static String path(String name) {
        return name.isEmpty() ? "/help" : "/help/" + name;
    }

    /**
     * What stands under one heading.
     *
     * @param level 1 for the title, up to 3
     * @param anchor the fragment that leads to the heading
     * @param text without markup
     */
    public record Part(int level, String anchor, String title, String text) {}
}
