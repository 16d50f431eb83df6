package org.upturn.engine;

/** How much a text says. */
public enum Signal {
    /** Something a team could act on. */
    FULL,
    /** Two words or fewer, or a phrase without content: ask what they mean (S4-18, decision 8). It may still name a theme. */
    SILENT,
    /** It answers nothing at all: "n/a", "asdf", a single letter. */
    NONE
}
