package org.upturn.server.alerts;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.ScheduledTalks;
import org.upturn.server.cases.authority.ActionCatalogue;
import org.upturn.server.cases.authority.CaseAction;
import org.upturn.server.cases.authority.CaseActions;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspaces;

/** Finds what an alert is about besides the person, as it stands now. */
@Component
class AlertMatters {
    private final CaseActions actions;
    private final ActionCatalogue catalogue;
    private final ScheduledTalks talks;
    private final Alerts.Comments comments;
    private final Workspaces workspaces;
    private final Clock clock;

    AlertMatters(
            CaseActions actions,
            ActionCatalogue catalogue,
            ScheduledTalks talks,
            Alerts.Comments comments,
            Workspaces workspaces,
            Clock clock) {
        this.actions = actions;
        this.catalogue = catalogue;
        this.talks = talks;
        this.comments = comments;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    Alert.Matter of(WorkspaceId workspace, AlertRow row) {
        return switch (row.kind()) {
            case ACTION_ASKED -> asked(workspace, action(workspace, row.caseId(), row.about()));
            case ACTION_DECIDED -> decided(workspace, action(workspace, row.caseId(), row.about()));
            case CONVERSATION_SOON ->
                talks.find(workspace, row.about())
                        .map(talk ->
                                (Alert.Matter) new Alert.Talk(talk.kind(), talk.at(), talk.isComing(clock.instant())))
                        .orElse(Alert.Nothing.ELSE);
            case MENTIONED ->
                new Alert.Mentioned(
                        name(workspace, row.by()),
                        row.about() == null
                                ? ""
                                : comments.words(workspace, row.about()).orElse(""));
            case PASSIVE_GIVEN -> new Alert.Entrusted(name(workspace, row.by()));
            case UNOWNED, ASSIGNED, UNASSIGNED, QUESTION_DUE, CONTACT_SOON, CONTACT_LATE, ACT_LATE, REPLIED ->
                Alert.Nothing.ELSE;
        };
    }

    /** What was asked for, and who may decide. */
    CaseAction action(WorkspaceId workspace, @Nullable CaseId item, @Nullable UUID about) {
        return actions.find(workspace, item, about);
    }

    boolean mayDecide(Member member, CaseAction asked) {
        return actions.mayDecide(member, asked);
    }

    private Alert.Matter asked(WorkspaceId workspace, CaseAction asked) {
        return new Alert.Asked(
                asked.askedByName(), action(workspace, asked), asked.note(), asked.state() == CaseAction.State.WAITING);
    }

    /** Taken back since, it stands as it was decided. */
    private Alert.Matter decided(WorkspaceId workspace, CaseAction asked) {
        return new Alert.Decided(
                asked.decidedBy() == null ? "" : asked.decidedBy(),
                action(workspace, asked),
                Boolean.TRUE.equals(asked.granted()),
                asked.reason());
    }

    private Alert.Action action(WorkspaceId workspace, CaseAction asked) {
        return new Alert.Action(
                asked.name(), asked.amount(), catalogue.currency(workspace).orElse(null));
    }

    private String name(WorkspaceId workspace, @Nullable MemberId member) {
        return member == null
                ? ""
                : workspaces.findMember(workspace, member).map(Member::name).orElse("");
    }
}
