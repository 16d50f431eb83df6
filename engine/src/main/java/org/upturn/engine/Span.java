package org.upturn.engine;

/** A piece of a text: UTF-16 index of its first character, and of the one after its last. */
record Span(int start, int end) {
    int length() {
        return end - start;
    }
}
