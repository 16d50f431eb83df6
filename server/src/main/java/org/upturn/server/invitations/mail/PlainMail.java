package org.upturn.server.invitations.mail;

import java.util.StringJoiner;

/** The plain text of a mail, for those who read without HTML: the same words, and the link. */
final class PlainMail {
    private PlainMail() {}

    static String of(MailView view) {
        var text = new StringJoiner("\n\n", "", "\n");
        text.add(view.greeting());
        view.paragraphs().forEach(text::add);
        if (view.button() == null) {
            text.add(view.question());
            text.add("0 = " + view.ends().low() + "\n10 = " + view.ends().high());
            text.add(view.link());
        } else if (!view.button().words().isEmpty()) {
            text.add(view.button().words() + ":\n" + view.button().link());
        }
        // RFC 3676, 4.3: what follows is the foot.
        text.add("-- \n" + view.foot().reason());
        text.add(view.foot().unsubscribe() + ":\n" + view.unsubscribeLink());
        if (!view.foot().imprint().isEmpty()) {
            text.add(view.foot().imprint());
        }
        return text.toString();
    }
}
