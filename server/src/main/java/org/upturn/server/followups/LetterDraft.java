package org.upturn.server.followups;

/**
 * A letter before it goes.
 *
 * @param firstSentence written for this person
 * @param rest what follows it
 */
public record LetterDraft(String subject, String greeting, String firstSentence, String rest) {
    /** The whole text, as it goes. */
    public String text() {
        return String.join("\n\n", greeting.strip(), firstSentence.strip(), rest.strip())
                        .strip() + "\n";
    }

    public LetterDraft withFirstSentence(String sentence) {
        return new LetterDraft(subject, greeting, sentence, rest);
    }
}
