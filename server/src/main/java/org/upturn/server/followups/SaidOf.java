package org.upturn.server.followups;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.upturn.engine.Theme;
import org.upturn.engine.guard.Heard;
import org.upturn.engine.guard.Said;
import org.upturn.engine.guard.Sense;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.Subtype;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.verbatims.ThemeFound;
import org.upturn.server.verbatims.VerbatimReading;
import org.upturn.server.verbatims.VerbatimSense;
import org.upturn.server.workspaces.Workspaces;

/** Puts together what the person of a case said: the answer with its reading, and what they wrote back since. */
@Component
class SaidOf {
    private final Responses responses;
    private final Readings readings;
    private final Codebooks codebooks;
    private final Contacts contacts;
    private final Surveys surveys;
    private final Workspaces workspaces;
    private final CaseReplyRepository replies;
    private final VerbatimSense sense;

    SaidOf(
            Responses responses,
            Readings readings,
            Codebooks codebooks,
            Contacts contacts,
            Surveys surveys,
            Workspaces workspaces,
            CaseReplyRepository replies,
            VerbatimSense sense) {
        this.responses = responses;
        this.readings = readings;
        this.codebooks = codebooks;
        this.contacts = contacts;
        this.surveys = surveys;
        this.workspaces = workspaces;
        this.replies = replies;
        this.sense = sense;
    }

    /** The answer alone, which is what a letter begins with. */
    Said answerOf(WorkspaceId workspace, Case item) {
        return of(workspace, item, List.of());
    }

    /** All that they said: what they wrote back, and in the wave before, where the same was disappointed already. */
    Said of(WorkspaceId workspace, Case item) {
        return of(
                workspace,
                item,
                Stream.concat(
                                replies.ofCase(workspace, item.id()).stream()
                                        .filter(one -> !one.automatic())
                                        .map(Reply::words),
                                responses.earlier(workspace, item.response()).stream()
                                        .limit(item.subtype() == Subtype.CHRONIC ? 1 : 0)
                                        .map(Response::verbatim))
                        .toList());
    }

    /** How near a sentence comes to it in meaning. */
    Sense sense(WorkspaceId workspace, Case item) {
        return sense.of(readings.find(workspace, item.response())
                .map(VerbatimReading::language)
                .orElse(null));
    }

    private Said of(WorkspaceId workspace, Case item, List<String> more) {
        Response answer = responses.find(workspace, item.response());
        List<ThemeFound> themes = readings.find(workspace, answer.id())
                .map(VerbatimReading::themes)
                .orElse(List.of());
        var words = new ArrayList<String>();
        words.add(answer.verbatim());
        words.addAll(more);
        return new Said(
                String.join("\n", words).strip(),
                themes.stream()
                        .map(one -> new Heard(one.name(), one.evidence(answer.verbatim()), one.sentiment()))
                        .toList(),
                others(workspace, answer, themes),
                names(workspace, item, answer));
    }

    private List<String> others(WorkspaceId workspace, Response answer, List<ThemeFound> themes) {
        Set<String> found = themes.stream().map(ThemeFound::theme).collect(Collectors.toSet());
        return codebooks.active(workspace, answer.program()).codebook().themes().stream()
                .filter(theme -> !found.contains(theme.id()))
                .map(Theme::name)
                .toList();
    }

    private List<String> names(WorkspaceId workspace, Case item, Response answer) {
        Contact person = contacts.find(workspace, item.contact());
        return Stream.of(
                        person.name(),
                        person.account(),
                        workspaces.find(workspace).name(),
                        surveys.program(workspace, answer.program()).name())
                .filter(Objects::nonNull)
                .toList();
    }
}
