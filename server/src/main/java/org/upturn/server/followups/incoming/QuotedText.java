package org.upturn.server.followups.incoming;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The words of a mail without what it quotes and without its signature.
 *
 * @param quoted whether something was left out that it quotes
 */
record QuotedText(String words, boolean quoted) {
    private static final int LONGEST = 20_000;

    /** The line with which mail programs begin a quotation, in the languages that we speak. */
    private static final Pattern BEGINS = Pattern.compile(
            "(?i)^(?:on\\b.{4,200}\\bwrote|am\\b.{4,200}\\bschrieb\\b.{0,120}|le\\b.{4,200}\\ba écrit|el\\b.{4,200}\\bescribió)\\s*:?\\s*$"
                    + "|^\\s*(?:-{2,}|_{2,})\\s*(?:original message|ursprüngliche nachricht|message d.origine|mensaje original|forwarded message)\\s*(?:-{2,}|_{2,})?\\s*$"
                    + "|^_{20,}\\s*$");

    /** The block with which Outlook does. */
    private static final Pattern HEAD = Pattern.compile("(?i)^\\*?(?:from|von|de)\\s?:\\*?\\s.+");

    private static final Pattern HEAD_NEXT =
            Pattern.compile("(?i)^\\*?(?:sent|date|gesendet|datum|envoyé|enviado|fecha|to|an|à|para)\\s?:\\*?\\s.*");

    /** RFC 3676, 4.3. */
    private static final Pattern SIGNATURE = Pattern.compile("^-- ?$");

    static QuotedText ofPlain(String text) {
        String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        List<String> kept = new ArrayList<>();
        boolean quoted = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].replace('\u00a0', ' ').stripTrailing();
            if (begins(lines, i)) {
                // What stands below it unquoted was written between the lines of the quotation.
                quoted = true;
                if (!answersBetween(lines, i)) {
                    break;
                }
            } else if (line.startsWith(">")) {
                quoted = true;
            } else if (SIGNATURE.matcher(line).matches()) {
                break;
            } else {
                kept.add(line);
            }
        }
        return of(String.join("\n", kept), quoted);
    }

    static QuotedText ofHtml(String html) {
        Document page = Jsoup.parse(html);
        page.select("script, style, head, title, template, noscript, svg").remove();
        boolean quoted = !page.select("blockquote, .gmail_quote, .yahoo_quoted, .moz-cite-prefix")
                .isEmpty();
        page.select("blockquote, .gmail_quote, .yahoo_quoted, .moz-cite-prefix, .gmail_signature")
                .remove();
        Element outlook = page.selectFirst("#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container");
        if (outlook != null) {
            quoted = true;
            for (Element next = outlook; next != null; ) {
                Element after = next.nextElementSibling();
                next.remove();
                next = after;
            }
        }
        QuotedText plain = ofPlain(lines(page.body()));
        return new QuotedText(plain.words, plain.quoted || quoted);
    }

    private static boolean begins(String[] lines, int at) {
        String line = lines[at].strip();
        String two = at + 1 < lines.length ? line + " " + lines[at + 1].strip() : line;
        if (BEGINS.matcher(line).find()
                || line.matches("(?i)(?:on|am|le|el)\\b.*")
                        && BEGINS.matcher(two).find()) {
            return true;
        }
        return HEAD.matcher(line).matches()
                && at + 1 < lines.length
                && HEAD_NEXT.matcher(lines[at + 1].strip()).matches();
    }

    /** Whether lines that begin with {@code >} follow and others stand between or below them. */
    private static boolean answersBetween(String[] lines, int from) {
        boolean marked = false;
        for (int i = from + 1; i < lines.length; i++) {
            if (lines[i].startsWith(">")) {
                marked = true;
            } else if (marked && !lines[i].isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static QuotedText of(String text, boolean quoted) {
        String words =
                text.replaceAll("[ \\t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
        return new QuotedText(words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words, quoted);
    }

    private static String lines(Element body) {
        var text = new StringBuilder();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(org.jsoup.nodes.Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText().replaceAll("\\s+", " "));
                } else if (node instanceof Element element
                        && (element.isBlock() || element.normalName().equals("br"))
                        && !text.isEmpty()
                        && text.charAt(text.length() - 1) != '\n') {
                    text.append('\n');
                }
            }

            @Override
            public void tail(org.jsoup.nodes.Node node, int depth) {
                if (node instanceof Element element && element.normalName().matches("p|h[1-6]|ul|ol|table")) {
                    text.append('\n');
                }
            }
        });
        return text.toString().replaceAll("(?m)^ +", "");
    }
}
