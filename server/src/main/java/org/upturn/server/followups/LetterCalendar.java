package org.upturn.server.followups;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.cases.CaseId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/** A letter that goes while a conversation is to come is its invitation, and carries it for the person’s calendar. */
@Component
class LetterCalendar {
    private final Conversations conversations;
    private final LetterTexts texts;
    private final Workspaces workspaces;
    private final Clock clock;

    LetterCalendar(Conversations conversations, LetterTexts texts, Workspaces workspaces, Clock clock) {
        this.conversations = conversations;
        this.texts = texts;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** As an iCalendar object in the person’s language; null when nothing is agreed on. */
    @Nullable
    String of(Member by, CaseId item, String language) {
        Instant now = clock.instant();
        return conversations.ofCase(by.workspace(), item).stream()
                .filter(one -> one.state(now).equals("scheduled"))
                .findFirst()
                .map(one -> new CalendarFile(one, summary(by, one, language), "", null).text(now))
                .orElse(null);
    }

    private String summary(Member by, Conversation one, String language) {
        String team = workspaces.find(by.workspace()).name();
        return texts.word("letter.calendar." + one.kind().word(), language, by.name(), team);
    }
}
