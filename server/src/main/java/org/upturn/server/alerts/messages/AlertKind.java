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
    MENTIONED,
    /** Something waits for the decision of whoever has the authority (S3-18). */
    ACTION_ASKED,
    ACTION_DECIDED,
    CONVERSATION_SOON,
    /** A passive is somebody’s now (S3-11). */
    PASSIVE_GIVEN;

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
            case ACTION_ASKED -> ACTION_ASKED;
            case ACTION_DECIDED -> ACTION_DECIDED;
            case CONVERSATION_SOON -> CONVERSATION_SOON;
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
            case UNOWNED,
                    ASSIGNED,
                    REPLIED,
                    MENTIONED,
                    ACTION_ASKED,
                    ACTION_DECIDED,
                    CONVERSATION_SOON,
                    PASSIVE_GIVEN -> false;
        };
    }

    /** Whether somebody spoke and waits for an answer: told of a closed case too. */
    public boolean isSpoken() {
        return this == REPLIED || this == MENTIONED;
    }

    /** Whether it would come too late when gathered with others. */
    public boolean isPressing() {
        return isEscalation() || isSpoken() || this == CONVERSATION_SOON;
    }

    /** Whether it is for some members and for no channel of a team. */
    public boolean isPersonal() {
        return switch (this) {
            case REPLIED, MENTIONED, ACTION_ASKED, ACTION_DECIDED, CONVERSATION_SOON, PASSIVE_GIVEN -> true;
            case UNOWNED, ASSIGNED, UNASSIGNED, QUESTION_DUE, CONTACT_SOON, CONTACT_LATE, ACT_LATE -> false;
        };
    }
}
