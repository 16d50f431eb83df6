package org.upturn.engine.discovery;

/**
 * A text to be grouped, as given.
 *
 * @param id the caller's own; one for each entry
 */
public record Entry(String id, String text) {}
