package org.upturn.server.instant;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.upturn.engine.Coding;
import org.upturn.server.instant.ReportView.Piece;
import org.upturn.server.instant.ReportView.QuoteView;

/** Sets words as quotations: the evidence marked, long ones opened around it with the whole beside. */
final class Quotations {
    /** Up to here the words are shown whole, some five lines. */
    private static final int SHORT = 360;

    private static final int BEFORE = 100;

    private Quotations() {}

    static QuoteView of(String text, List<Coding> evidence, String who) {
        List<Span> spans = merged(evidence, text.length());
        List<Piece> whole = pieces(text, spans, 0, text.length());
        if (text.length() <= SHORT) {
            return new QuoteView(whole, List.of(), who);
        }
        int from = start(text, spans.isEmpty() ? 0 : spans.getFirst().start());
        int to = end(text, Math.min(text.length(), from + SHORT));
        List<Piece> shown = new ArrayList<>();
        if (from > 0) {
            shown.add(new Piece("… ", false));
        }
        shown.addAll(pieces(text, spans, from, to));
        if (to < text.length()) {
            shown.add(new Piece(" …", false));
        }
        return new QuoteView(shown, whole, who);
    }

    private record Span(int start, int end) {}

    private static List<Span> merged(List<Coding> evidence, int length) {
        List<Span> merged = new ArrayList<>();
        for (Coding coding : evidence.stream()
                .filter(each -> each.end() > each.start() && each.end() <= length)
                .sorted(Comparator.comparingInt(Coding::start))
                .toList()) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && coding.start() <= last.end()) {
                merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), coding.end())));
            } else {
                merged.add(new Span(coding.start(), coding.end()));
            }
        }
        return merged;
    }

    private static List<Piece> pieces(String text, List<Span> spans, int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Span span : spans) {
            int start = Math.max(span.start(), at);
            int end = Math.min(span.end(), to);
            if (start < end) {
                add(pieces, text.substring(at, start), false);
                add(pieces, text.substring(start, end), true);
                at = end;
            }
        }
        add(pieces, text.substring(Math.min(at, to), to), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }

    /** The start of the sentence that holds the evidence, or a word shortly before it. */
    private static int start(String text, int evidence) {
        if (evidence <= BEFORE) {
            return 0;
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int sentence = sentences.isBoundary(evidence) ? evidence : sentences.preceding(evidence);
        return evidence - sentence <= 2 * BEFORE ? sentence : word(text, evidence - BEFORE);
    }

    private static int end(String text, int wanted) {
        return wanted >= text.length() ? text.length() : word(text, wanted);
    }

    private static int word(String text, int near) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        return words.isBoundary(near) ? near : words.following(near);
    }
}
