package org.upturn.server.cases.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.upturn.engine.said.Consequence;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.ScheduledTalks;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.verbatims.Quotation;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.verbatims.ThemeFound;
import org.upturn.server.verbatims.VerbatimReading;

/** Puts cases together with person, words and reading, in six statements for any number. */
@Component
public class CaseRows {
    private final Cases cases;
    private final Contacts contacts;
    private final Responses responses;
    private final Readings readings;
    private final Surveys surveys;
    private final ScheduledTalks talks;

    CaseRows(
            Cases cases,
            Contacts contacts,
            Responses responses,
            Readings readings,
            Surveys surveys,
            ScheduledTalks talks) {
        this.cases = cases;
        this.contacts = contacts;
        this.responses = responses;
        this.readings = readings;
        this.surveys = surveys;
        this.talks = talks;
    }

    public List<CaseRow> of(WorkspaceId workspace, List<Case> chosen) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        var people =
                contacts.findAll(workspace, chosen.stream().map(Case::contact).toList());
        var ids = chosen.stream().map(Case::response).toList();
        var answers =
                responses.findAll(workspace, ids).stream().collect(Collectors.toMap(Response::id, Function.identity()));
        var read = readings.findAll(workspace, ids);
        var agreed = talks.of(
                workspace, chosen.stream().filter(Case::isOpen).map(Case::id).toList());
        var open = cases.open(workspace, people.keySet());
        var waves = Stream.concat(chosen.stream().map(Case::wave), open.stream().map(Cases.Open::wave))
                .distinct()
                .map(wave -> surveys.wave(workspace, wave))
                .collect(Collectors.toMap(Wave::id, Wave::name));
        return chosen.stream()
                .map(one -> {
                    Response answer = answers.get(one.response());
                    VerbatimReading reading = read.get(one.response());
                    List<ThemeFound> themes = reading == null ? List.of() : reading.themes();
                    return new CaseRow(
                            one,
                            people.get(one.contact()),
                            answer,
                            waves.get(one.wave()),
                            Quotation.of(answer.verbatim(), reading),
                            themes,
                            reading != null,
                            agreed.get(one.id()),
                            open.stream()
                                    .filter(other -> isAlso(other, one))
                                    .map(other -> new CaseRow.Also(other.id(), waves.get(other.wave())))
                                    .toList(),
                            reading == null
                                    ? List.of()
                                    : reading.detail().slots().consequences().stream()
                                            .map(Consequence::kind)
                                            .sorted()
                                            .map(Consequence.Kind::word)
                                            .toList());
                })
                .toList();
    }

    private static boolean isAlso(Cases.Open other, Case one) {
        return other.contact().equals(one.contact())
                && other.program().equals(one.program())
                && !other.id().equals(one.id());
    }
}
