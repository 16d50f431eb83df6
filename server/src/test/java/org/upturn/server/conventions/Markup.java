package org.upturn.server.conventions;

/** Reads a template just well enough to tell its markup from what is computed. */
final class Markup {
    private final String template;
    private final StringBuilder plain = new StringBuilder();
    private int at;

    private Markup(String template) {
        this.template = template;
    }

    /** The template with every expression and directive taken out; an expression leaves a blank behind. */
    static String plain(String template) {
        var markup = new Markup(template);
        markup.text(false);
        return markup.plain.toString();
    }

    /** The value of an attribute that begins here, whole, with the quotes inside what is computed. */
    static String attribute(String template, int start) {
        int depth = 0;
        int end = start;
        while (depth > 0 || template.charAt(end) != '"') {
            if (template.startsWith("${", end)) {
                depth++;
            } else if (template.charAt(end) == '}' && depth > 0) {
                depth--;
            }
            end++;
        }
        return template.substring(start, end);
    }

    private void text(boolean nested) {
        while (at < template.length()) {
            char here = template.charAt(at);
            if (nested && here == '`') {
                at++;
                return;
            }
            if (template.startsWith("${", at) || template.startsWith("!{", at) || template.startsWith("$unsafe{", at)) {
                at = template.indexOf('{', at);
                skip('{', '}');
                plain.append(' ');
            } else if (here == '@' && at + 1 < template.length() && Character.isLetter(template.charAt(at + 1))) {
                directive();
            } else {
                plain.append(here);
                at++;
            }
        }
    }

    private void directive() {
        int word = at + 1;
        while (word < template.length()
                && (Character.isLetterOrDigit(template.charAt(word)) || "._".indexOf(template.charAt(word)) >= 0)) {
            word++;
        }
        String name = template.substring(at + 1, word);
        at = word;
        if (name.equals("import") || name.equals("param")) {
            at = Math.max(at, template.indexOf('\n', at));
        } else if (at < template.length() && template.charAt(at) == '(') {
            skip('(', ')');
        }
    }

    /** Passes over a balanced stretch of code; a block of content in it is markup again. */
    private void skip(char open, char close) {
        int depth = 0;
        do {
            char here = template.charAt(at);
            if (template.startsWith("@`", at)) {
                at += 2;
                text(true);
                continue;
            }
            if (here == '"') {
                at = endOfString(at);
            } else if (here == open) {
                depth++;
            } else if (here == close) {
                depth--;
            }
            at++;
        } while (depth > 0);
    }

    private int endOfString(int quote) {
        int end = quote + 1;
        while (template.charAt(end) != '"') {
            end += template.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }
}
