package org.upturn.server.alerts.messages;

import java.util.Locale;
import org.upturn.server.cases.CaseNews;

/** What an alert is about. */
public enum AlertKind {
    /** A detractor’s words are read and the case is nobody’s yet. */
    UNOWNED,
    ASSIGNED,
    UNASSIGNED,
    QUESTION_DUE,
    CONTACT_SOON,
    CONTACT_LATE,
    ACT_LATE,
    REPLIED,
    MENTIONED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static AlertKind of(CaseNews.Kind kind) {
        return switch (kind) {
            case ASSIGNED -> ASSIGNED;
            case UNASSIGNED -> UNASSIGNED;
            case QUESTION_DUE -> QUESTION_DUE;
            case CONTACT_SOON -> CONTACT_SOON;
            case CONTACT_LATE -> CONTACT_LATE;
            case ACT_LATE -> ACT_LATE;
            case REPLIED -> REPLIED;
            case MENTIONED -> MENTIONED;
        };
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public static AlertKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether it tells of a clock that ran or runs out, so that somebody above the owner hears of it too. */
    public boolean isEscalation() {
        return switch (this) {
            case UNASSIGNED, QUESTION_DUE, CONTACT_SOON, CONTACT_LATE, ACT_LATE -> true;
            case UNOWNED, ASSIGNED, REPLIED, MENTIONED -> false;
        };
    }

    /** Whether somebody spoke and waits for an answer: told at once, of a closed case too, and to nobody but whom it is for. */
    public boolean isSpoken() {
        return this == REPLIED || this == MENTIONED;
    }
}
