package org.upturn.server.invitations.mail;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.upturn.server.contacts.Contact;
import org.upturn.server.surveys.Survey;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.questions.Asking;
import org.upturn.server.workspaces.Workspace;

/**
 * Fills the texts of a program for each person of a wave, in the language that they speak.
 *
 * @param settings of the mails
 * @param workspace whose name stands for {@code {organization}}
 * @param program the name of the program
 */
public record MailViews(
        MailSettings settings,
        Workspace workspace,
        String program,
        Wave wave,
        Survey survey,
        ProgramTexts<MailText> texts) {
    /**
     * The mail to this person.
     *
     * @param number 0 invites, others remind
     * @param path of the personal link
     */
    public MailView of(Contact contact, int number, String path) {
        String language = texts.spoken(contact.language());
        MailText text = texts.in(language);
        Map<String, String> values = values(contact, text);
        UnaryOperator<String> fill = words -> Places.fill(words, values);
        MailText.Letter letter = text.letter(number);
        return new MailView(
                text.language(),
                fill.apply(letter.subject()).replaceAll("[\\s\\p{Cntrl}]+", " ").strip(),
                fill.apply(letter.greeting()),
                List.of(fill.apply(letter.body()).strip().split("\\R\\s*\\R")),
                new Asking(survey.questionnaire(), language, contact.attributes()).scoreQuestion(),
                new MailView.Ends(text.low(), text.high()),
                new MailView.Foot(
                        fill.apply(text.reason()),
                        text.unsubscribe(),
                        settings.sender().imprint()),
                settings.publicUrl() + path,
                settings.colour(),
                null);
    }

    /**
     * A letter to this person.
     *
     * @param path of their personal link, by which they get no more mails
     * @param target where its button leads
     */
    public MailView letter(Contact contact, Note note, String path, String target) {
        Map<String, String> values = values(contact, texts.in(texts.spoken(note.language())));
        UnaryOperator<String> fill = words -> Places.fill(words, values);
        return new MailView(
                note.language(),
                fill.apply(note.letter().subject())
                        .replaceAll("[\\s\\p{Cntrl}]+", " ")
                        .strip(),
                fill.apply(note.letter().greeting()),
                List.of(fill.apply(note.letter().body()).strip().split("\\R\\s*\\R")),
                "",
                new MailView.Ends("", ""),
                new MailView.Foot(
                        fill.apply(note.reason()),
                        note.unsubscribe(),
                        settings.sender().imprint()),
                settings.publicUrl() + path,
                settings.colour(),
                new MailView.Button(note.button(), settings.publicUrl() + target));
    }

    /** Places in the texts that stay empty for this person. */
    public Set<String> unfilled(Contact contact) {
        MailText text = texts.in(texts.spoken(contact.language()));
        Map<String, String> values = values(contact, text);
        var names = new TreeSet<String>();
        Stream.of(text.invitation(), text.reminder())
                .flatMap(letter -> Stream.of(letter.subject(), letter.greeting(), letter.body()))
                .forEach(part -> names.addAll(Places.names(part)));
        names.addAll(Places.names(text.reason()));
        names.removeIf(name -> Places.KNOWN.contains(name) || values.containsKey(name));
        return names;
    }

    private Map<String, String> values(Contact contact, MailText text) {
        return Places.values(contact, workspace, program, wave, text.language());
    }
}
