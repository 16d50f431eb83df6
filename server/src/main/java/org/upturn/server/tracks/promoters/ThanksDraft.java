package org.upturn.server.tracks.promoters;

/**
 * Thanks as they are written.
 *
 * @param firstSentence names what the person praised
 * @param rest what follows it
 */
public record ThanksDraft(String subject, String greeting, String firstSentence, String rest) {
    public ThanksDraft with(String sentence) {
        return new ThanksDraft(subject, greeting, sentence, rest);
    }
}
