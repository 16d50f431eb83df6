package org.upturn.server.followups;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.upturn.engine.guard.Quotes.Quote;
import org.upturn.server.cases.Case;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.mail.Places;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/** Fills a template for one person, and phrases sentences to begin with. */
@Component
class LetterDrafts {
    private static final int WAYS = 2;

    private final LetterTexts texts;
    private final Responses responses;
    private final Contacts contacts;
    private final Surveys surveys;
    private final Workspaces workspaces;

    LetterDrafts(LetterTexts texts, Responses responses, Contacts contacts, Surveys surveys, Workspaces workspaces) {
        this.texts = texts;
        this.responses = responses;
        this.contacts = contacts;
        this.surveys = surveys;
        this.workspaces = workspaces;
    }

    /** @param before letters of this case; one that went gives its subject to the next, so that both stay one thread */
    LetterDraft of(Member by, Case item, List<CaseLetter> before) {
        String language = language(by.workspace(), item);
        LetterText text = texts.ofProgram(by.workspace(), item.program()).in(language);
        Map<String, String> places = places(by, item, text.language());
        String subject = before.stream()
                .filter(one -> one.takenBackAt() == null)
                .reduce((first, last) -> last)
                .map(one -> "Re: " + one.mail().written().subject().replaceFirst("(?i)^re: *", ""))
                .orElse(Places.fill(text.subject(), places));
        return new LetterDraft(subject, Places.fill(text.greeting(), places), "", Places.fill(text.rest(), places));
    }

    /** With the places filled that somebody wrote by hand. */
    LetterDraft filled(Member by, Case item, LetterDraft told) {
        Map<String, String> places = places(by, item, language(by.workspace(), item));
        return new LetterDraft(
                Places.fill(told.subject(), places),
                Places.fill(told.greeting(), places),
                told.firstSentence(),
                Places.fill(told.rest(), places));
    }

    /** In the person’s language, as far as we speak it; each way of saying it once, then the first way for what is left. */
    List<String> sentences(WorkspaceId workspace, Case item, List<Quote> quotes) {
        String language = language(workspace, item);
        var sentences = new ArrayList<String>();
        for (int i = 0; i < quotes.size(); i++) {
            sentences.add(texts.word(
                    "letter.sentence." + (1 + i % WAYS), language, quotes.get(i).words()));
        }
        if (!quotes.isEmpty()) {
            sentences.add(
                    texts.word("letter.sentence.3", language, quotes.getFirst().words()));
        }
        return List.copyOf(sentences);
    }

    private String language(WorkspaceId workspace, Case item) {
        return responses.find(workspace, item.response()).language();
    }

    private Map<String, String> places(Member by, Case item, String language) {
        Contact person = contacts.find(by.workspace(), item.contact());
        var places = new HashMap<>(Places.values(
                person,
                workspaces.find(by.workspace()),
                surveys.program(by.workspace(), item.program()).name(),
                surveys.wave(by.workspace(), item.wave()),
                language));
        places.put("member", by.name());
        return places;
    }
}
