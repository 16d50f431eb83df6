package org.upturn.server.invitations.mail;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.questions.Languages;

/**
 * A mail to one person, all places filled, as the template draws it.
 *
 * @param language as a BCP 47 tag
 * @param paragraphs of the body
 * @param link the personal link
 * @param colour of the buttons
 * @param button where a letter leads, in place of the question with its numbers; null in what invites or reminds
 */
public record MailView(
        String language,
        String subject,
        String greeting,
        List<String> paragraphs,
        String question,
        Ends ends,
        Foot foot,
        String link,
        String colour,
        @Nullable Button button) {
    /** The one button of a letter. */
    public record Button(String words, String link) {}

    /** What 0 and 10 mean. */
    public record Ends(String low, String high) {}

    /** What stands below: why they got it, how to get no more, and whose mail it is. */
    public record Foot(String reason, String unsubscribe, String imprint) {}

    public boolean isRightToLeft() {
        return direction().equals("rtl");
    }

    public String direction() {
        return Languages.direction(language);
    }

    public List<String> scale() {
        return IntStream.rangeClosed(0, 10).mapToObj(String::valueOf).toList();
    }

    public String onColour() {
        return Colours.on(colour);
    }

    /** Where nobody needs to press anything. */
    public String unsubscribeLink() {
        return link + "/unsubscribe";
    }

    /** Where only machines go: no person sees this link. */
    public String hiddenLink() {
        return link + "/terms";
    }
}
