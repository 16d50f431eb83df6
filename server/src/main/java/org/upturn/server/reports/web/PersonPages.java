package org.upturn.server.reports.web;

import gg.jte.models.runtime.JteModel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.duplicates.Merges;
import org.upturn.server.interactions.Document;
import org.upturn.server.interactions.Interaction;
import org.upturn.server.interactions.Interactions;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.AnswerDraft;
import org.upturn.server.responses.AnswerDrafts;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** A person's whole story: every answer, what was done, what else we know, under every id that was merged into it. */
@Controller
class PersonPages {
    private static final int INTERACTIONS = 50;

    private final Contacts contacts;
    private final Merges merges;
    private final PersonStories stories;
    private final AnswerDrafts drafts;
    private final Interactions interactions;
    private final Surveys surveys;
    private final Templates templates;

    PersonPages(
            Contacts contacts,
            Merges merges,
            PersonStories stories,
            AnswerDrafts drafts,
            Interactions interactions,
            Surveys surveys,
            Templates templates) {
        this.contacts = contacts;
        this.merges = merges;
        this.stories = stories;
        this.drafts = drafts;
        this.interactions = interactions;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping("/contacts/{id}")
    JteModel show(Page page, Member member, @PathVariable UUID id) {
        WorkspaceId workspace = member.workspace();
        Contact contact = contacts.find(workspace, new ContactId(id));
        List<ContactId> all = contacts.together(workspace, contact.id());
        return templates.reportsPerson(
                page,
                contact,
                chapters(workspace, all),
                provisional(workspace, all),
                all.stream()
                        .flatMap(one -> interactions.latest(workspace, one, INTERACTIONS).stream())
                        .sorted(Comparator.comparing(Interaction::happenedAt).reversed())
                        .limit(INTERACTIONS)
                        .toList(),
                all.stream()
                        .flatMap(one -> interactions.documents(workspace, one).stream())
                        .sorted(Comparator.comparing(Document::addedAt).reversed())
                        .toList(),
                merges.ofContact(workspace, contact.id()));
    }

    /** What this person has begun and not sent, by the name of the wave. */
    private Map<String, AnswerDraft> provisional(WorkspaceId workspace, List<ContactId> all) {
        return all.stream()
                .flatMap(one -> drafts.provisional(workspace, one).stream())
                .collect(Collectors.toMap(
                        one -> surveys.wave(workspace, one.invited().wave()).name(), Function.identity(), (a, b) -> a));
    }

    private List<PersonChapter> chapters(WorkspaceId workspace, List<ContactId> all) {
        return all.stream()
                .flatMap(one -> stories.of(workspace, one).stream())
                .sorted(Comparator.comparing(
                                (PersonChapter chapter) -> chapter.response().answeredAt())
                        .reversed())
                .toList();
    }
}
