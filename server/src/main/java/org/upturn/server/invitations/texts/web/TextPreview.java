package org.upturn.server.invitations.texts.web;

import org.upturn.server.invitations.texts.TextSize;

/** A text message as one person gets it. @param words with every place filled and a link as long as theirs will be */
public record TextPreview(String name, String words, TextSize size) {}
