package org.upturn.server.corrections.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.corrections.Correction;
import org.upturn.server.corrections.Corrections;
import org.upturn.server.corrections.Reason;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspaces;

/** Puts names to requests. */
@Component
class AskedRows {
    private final Corrections corrections;
    private final Responses responses;
    private final Surveys surveys;
    private final Contacts contacts;
    private final Workspaces workspaces;
    private final Clock clock;

    AskedRows(
            Corrections corrections,
            Responses responses,
            Surveys surveys,
            Contacts contacts,
            Workspaces workspaces,
            Clock clock) {
        this.corrections = corrections;
        this.responses = responses;
        this.surveys = surveys;
        this.contacts = contacts;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    List<AskedRow> of(WorkspaceId workspace, List<Correction> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        Map<MemberId, String> members = workspaces.names(workspace);
        Map<WaveId, String> waves = new HashMap<>();
        var people = contacts.findAll(
                workspace, asked.stream().map(Correction::contact).toList());
        String base =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return asked.stream()
                .map(one -> {
                    Contact person = people.get(one.contact());
                    return new AskedRow(
                            one,
                            one.state(clock.instant()),
                            one.by().member() == null
                                    ? null
                                    : members.getOrDefault(one.by().member(), ""),
                            title(workspace, one),
                            one.isOpen(clock.instant()) ? base + corrections.path(one.id()) : null,
                            waves.computeIfAbsent(
                                    one.wave(),
                                    id -> surveys.wave(workspace, id).name()),
                            person == null ? "" : person.name());
                })
                .toList();
    }

    /** Every version of an answer with the request that it came of, the first one first. */
    List<VersionRow> chain(WorkspaceId workspace, Response response, List<AskedRow> asked) {
        return responses.versions(workspace, response.id()).stream()
                .map(version -> new VersionRow(
                        version,
                        asked.stream()
                                .filter(one -> Integer.valueOf(version.version())
                                                .equals(one.correction()
                                                        .course()
                                                        .version())
                                        && one.correction().by().version() < version.version())
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private @Nullable String title(WorkspaceId workspace, Correction one) {
        if (one.reason() != Reason.QUESTION) {
            return null;
        }
        Response response = responses.find(workspace, one.response());
        return title(surveys.survey(workspace, response.survey()).questionnaire(), one.part());
    }

    /** What a question asks, in the language that the survey is written in. */
    static String title(Questionnaire asked, String part) {
        return switch (part) {
            case Correction.WHY, Correction.SCORE -> asked.text(asked.base(), part);
            default -> asked.text(asked.base(), "q." + part);
        };
    }
}
