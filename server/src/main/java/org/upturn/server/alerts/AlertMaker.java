package org.upturn.server.alerts;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.tracks.passives.Passive;
import org.upturn.server.tracks.passives.Passives;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.verbatims.VerbatimReading;

/** Makes an alert of what happened and of how the case stands now. */
@Component
class AlertMaker {
    /** The tone of a detractor who is highly negative rather than constructive (S1-22). */
    private static final String HIGHLY_NEGATIVE = "hostile";

    private final Cases cases;
    private final Responses responses;
    private final Contacts contacts;
    private final Surveys surveys;
    private final Readings readings;
    private final Passives passives;
    private final AlertMatters matters;

    AlertMaker(
            Cases cases,
            Responses responses,
            Contacts contacts,
            Surveys surveys,
            Readings readings,
            Passives passives,
            AlertMatters matters) {
        this.cases = cases;
        this.responses = responses;
        this.contacts = contacts;
        this.surveys = surveys;
        this.readings = readings;
        this.passives = passives;
        this.matters = matters;
    }

    Case caseOf(WorkspaceId workspace, CaseId id) {
        return cases.find(workspace, id);
    }

    /** Whether the words wait to be read. */
    boolean isUnread(WorkspaceId workspace, AlertRow row) {
        return readings.find(workspace, response(workspace, row)).isEmpty();
    }

    private ResponseId response(WorkspaceId workspace, AlertRow row) {
        return row.response() == null ? cases.find(workspace, row.caseId()).response() : row.response();
    }

    /** The alert; empty when the person was deleted, for then nothing is left to tell. */
    Optional<Alert> of(WorkspaceId workspace, AlertRow row) {
        Response now = responses.find(workspace, response(workspace, row));
        Contact person = contacts.find(workspace, now.contact());
        if (person.erased()) {
            return Optional.empty();
        }
        List<Response> earlier = responses.earlier(workspace, now.id());
        return Optional.of(new Alert(
                row.id(),
                row.kind(),
                row.happenedAt(),
                new Alert.Person(person.name(), person.account() == null ? "" : person.account()),
                said(now),
                earlier.isEmpty() ? Alert.First.FIRST_ANSWER : before(workspace, earlier.getFirst()),
                new Alert.Round(
                        now.program(),
                        surveys.program(workspace, now.program()).name(),
                        now.wave(),
                        surveys.wave(workspace, now.wave()).name()),
                row.caseId() == null
                        ? passive(workspace, row, person)
                        : standing(workspace, cases.find(workspace, row.caseId())),
                matters.of(workspace, row)));
    }

    private Alert.Standing passive(WorkspaceId workspace, AlertRow row, Contact person) {
        Optional<Passive.Owner> owner = passives.owner(workspace, row.program(), person.id());
        return new Alert.OfPassive(
                row.program(),
                person.id(),
                owner.map(Passive.Owner::name).orElse(null),
                owner.map(Passive.Owner::id).filter(now -> now.equals(row.to())).isPresent());
    }

    private Alert.Standing standing(WorkspaceId workspace, Case item) {
        boolean highRisk = readings.find(workspace, item.response())
                .map(VerbatimReading::tone)
                .filter(HIGHLY_NEGATIVE::equals)
                .isPresent();
        return new Alert.OfCase(
                item.id(),
                item.subtype(),
                highRisk,
                item.ownerName(),
                item.clocks().contactBy(),
                item.isOpen());
    }

    private Alert.Earlier before(WorkspaceId workspace, Response answer) {
        return new Alert.Earlier(
                said(answer), surveys.wave(workspace, answer.wave()).name());
    }

    private static Alert.Said said(Response answer) {
        return new Alert.Said(answer.score(), Alert.Words.of(answer.verbatim()), answer.changedAt());
    }
}
