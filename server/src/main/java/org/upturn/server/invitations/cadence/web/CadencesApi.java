package org.upturn.server.invitations.cadence.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.invitations.cadence.Cadence;
import org.upturn.server.invitations.cadence.Cadences;
import org.upturn.server.invitations.cadence.Rhythm;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;

/** Schedules, and what happens to people, for programs. */
@RestController
@RequestMapping("/api/v1")
class CadencesApi {
    private static final Set<String> FIELDS =
            Set.of(("name rhythm days from at event delayHours attribute daysAfter yearly audience segment key value"
                            + " account channel openDays spreadDays firstReminder secondReminder")
                    .split(" "));

    private final Cadences cadences;
    private final Contacts contacts;
    private final Surveys surveys;

    CadencesApi(Cadences cadences, Contacts contacts, Surveys surveys) {
        this.cadences = cadences;
        this.contacts = contacts;
        this.surveys = surveys;
    }

    /** @param terms the fields of the rhythm, by name */
    record CadenceItem(
            UUID id,
            String name,
            String rhythm,
            Rhythm terms,
            String audience,
            @Nullable String key,
            @Nullable String value,
            Cadence.Round round,
            @Nullable Instant nextAt,
            @Nullable Instant pausedAt,
            @Nullable String problem) {
        static CadenceItem of(Cadence one) {
            return new CadenceItem(
                    one.id(),
                    one.name(),
                    one.rhythm().word(),
                    one.rhythm(),
                    one.audience().kind().word(),
                    one.audience().key(),
                    one.audience().value(),
                    one.round(),
                    one.nextAt(),
                    one.pausedAt(),
                    one.problem());
        }
    }

    record CadenceList(List<CadenceItem> items) {}

    /**
     * Something that happened to a contact, named by our id, by yours, or by an e-mail address.
     *
     * @param key of the event in your system: told twice, it counts once
     * @param happenedAt now when left out
     */
    record NewEvent(
            String event,
            @Nullable UUID contact,
            @Nullable String externalId,
            @Nullable String email,
            @Nullable String name,
            @Nullable String key,
            @Nullable Instant happenedAt) {}

    /** @param cadences how many schedules wait for it */
    record Heard(UUID contact, int cadences) {}

    @GetMapping("/programs/{program}/cadences")
    CadenceList list(Member member, @PathVariable UUID program) {
        return new CadenceList(cadences.list(member.workspace(), new ProgramId(program)).stream()
                .map(CadenceItem::of)
                .toList());
    }

    @PostMapping("/programs/{program}/cadences")
    @ResponseStatus(HttpStatus.CREATED)
    CadenceItem add(Member member, @PathVariable UUID program, @RequestBody Map<String, @Nullable Object> told) {
        ProgramId known =
                surveys.program(member.workspace(), new ProgramId(program)).id();
        return CadenceItem.of(cadences.add(member, known, told(told)));
    }

    @PutMapping("/programs/{program}/cadences/{cadence}")
    CadenceItem change(
            Member member,
            @PathVariable UUID program,
            @PathVariable UUID cadence,
            @RequestBody Map<String, @Nullable Object> told) {
        Cadence known = cadences.find(member.workspace(), new ProgramId(program), cadence);
        return CadenceItem.of(cadences.change(member, known.program(), cadence, told(told)));
    }

    @DeleteMapping("/programs/{program}/cadences/{cadence}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Member member, @PathVariable UUID program, @PathVariable UUID cadence) {
        cadences.remove(member, new ProgramId(program), cadence);
    }

    @PutMapping("/programs/{program}/cadences/{cadence}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(Member member, @PathVariable UUID program, @PathVariable UUID cadence) {
        cadences.pause(member, new ProgramId(program), cadence);
    }

    @DeleteMapping("/programs/{program}/cadences/{cadence}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(Member member, @PathVariable UUID program, @PathVariable UUID cadence) {
        cadences.resume(member, new ProgramId(program), cadence);
    }

    @PostMapping("/events")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Heard happened(Member member, @RequestBody NewEvent told) {
        if (told.event() == null) {
            throw Problem.invalid("event", "problem.name");
        }
        ContactId contact = contact(member.workspace(), told);
        return new Heard(
                contact.value(),
                cadences.happened(member.workspace(), told.event(), contact, told.key(), told.happenedAt()));
    }

    /** Somebody new is registered by the first event, as an enrolment is the first contact (S1-09). */
    private ContactId contact(WorkspaceId workspace, NewEvent told) {
        if (told.contact() != null) {
            return contacts.find(workspace, new ContactId(told.contact())).id();
        }
        if (told.externalId() == null && told.email() == null) {
            throw Problem.invalid("contact", "problem.event.contact");
        }
        if (told.email() == null && told.name() == null) {
            return contacts.findByExternalId(workspace, String.valueOf(told.externalId()))
                    .orElseThrow(() -> Problem.notFound("problem.unknown.contact"))
                    .id();
        }
        return contacts.register(
                        workspace, new NewContact(told.externalId(), told.name(), told.email(), null, null, null, null))
                .contact()
                .id();
    }

    private static Cadences.Told told(Map<String, @Nullable Object> body) {
        var fields = new HashMap<String, String>();
        body.forEach((name, value) -> {
            if (!FIELDS.contains(name)) {
                throw Problem.invalid(name, "problem.body.field", name);
            }
            if (value != null) {
                fields.put(name, value.toString());
            }
        });
        return new CadenceTold(fields).told();
    }
}
