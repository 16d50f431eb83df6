package org.upturn.server.invitations.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.Invitation;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.kernel.Slice;
import org.upturn.server.sheets.CsvFile;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Downloads;
import org.upturn.server.workspaces.Member;

/** The personal links of a wave as a table, to send them by a mail merge of one's own. */
@RestController
class LinksFile {
    private static final int AT_A_TIME = 1000;
    private static final List<String> HEAD = List.of("id", "name", "email", "link", "answered");

    private final Surveys surveys;
    private final Invitations invitations;
    private final Contacts contacts;
    private final Downloads downloads;

    LinksFile(Surveys surveys, Invitations invitations, Contacts contacts, Downloads downloads) {
        this.surveys = surveys;
        this.invitations = invitations;
        this.contacts = contacts;
        this.downloads = downloads;
    }

    @GetMapping("/waves/{id}/links.csv")
    ResponseEntity<StreamingResponseBody> download(Member member, @PathVariable UUID id) {
        WaveId wave = surveys.wave(member.workspace(), new WaveId(id)).id();
        String base =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return downloads.csv(member, "links", id, HEAD, file -> write(member, wave, base, file));
    }

    private void write(Member member, WaveId wave, String base, CsvFile file) {
        UUID after = null;
        do {
            Slice<Invitation> slice = invitations.list(member.workspace(), wave, after, AT_A_TIME);
            add(member, slice.items(), base, file);
            after = slice.next();
        } while (after != null);
    }

    private void add(Member member, List<Invitation> invited, String base, CsvFile file) {
        var people = contacts.findAll(
                member.workspace(), invited.stream().map(Invitation::contact).toList());
        for (Invitation one : invited) {
            var contact = people.get(one.contact());
            file.add(List.of(
                    contact.externalId(),
                    contact.name(),
                    Objects.requireNonNullElse(contact.email(), ""),
                    base + one.path(),
                    Objects.toString(one.answeredAt(), "")));
        }
    }
}
