package org.upturn.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.verbatims.Readings;

/** Puts hits together from what the rooms below know of them, in a few statements for any number. */
@Component
class HitAssembly {
    private final Responses responses;
    private final Readings readings;
    private final Contacts contacts;
    private final Surveys surveys;
    private final SearchRepository repository;

    HitAssembly(
            Responses responses, Readings readings, Contacts contacts, Surveys surveys, SearchRepository repository) {
        this.responses = responses;
        this.readings = readings;
        this.contacts = contacts;
        this.surveys = surveys;
        this.repository = repository;
    }

    /** The hits of these responses in their order; one that is gone meanwhile is left out. */
    List<Hit> of(WorkspaceId workspace, List<ResponseId> ids, SearchWords words, Map<ResponseId, Double> likeness) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<ResponseId, Response> answers =
                responses.findAll(workspace, ids).stream().collect(Collectors.toMap(Response::id, Function.identity()));
        var people = contacts.findAll(
                workspace, answers.values().stream().map(Response::contact).toList());
        var waves = answers.values().stream()
                .map(Response::wave)
                .distinct()
                .map(wave -> surveys.wave(workspace, wave))
                .collect(Collectors.toMap(Wave::id, Wave::name));
        var read = readings.findAll(workspace, ids);
        var cases = repository.cases(workspace, ids);
        var marks = marks(workspace, answers, words);
        return ids.stream()
                .map(answers::get)
                .filter(Objects::nonNull)
                .map(answer -> new Hit(
                        answer,
                        Objects.requireNonNull(people.get(answer.contact())),
                        waves.get(answer.wave()),
                        read.get(answer.id()),
                        cases.get(answer.id()),
                        marks.getOrDefault(answer.id(), List.of()),
                        likeness.get(answer.id())))
                .toList();
    }

    private Map<ResponseId, List<Mark>> marks(
            WorkspaceId workspace, Map<ResponseId, Response> answers, SearchWords words) {
        List<List<String>> phrases = words.phrases();
        List<String> asked = Stream.concat(
                        Stream.of(words.singleWords()), phrases.stream().map(phrase -> String.join(" ", phrase)))
                .toList();
        if (words.isEmpty()) {
            return Map.of();
        }
        var headlines = repository.headlines(workspace, answers.keySet(), asked);
        return headlines.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> {
            String verbatim = answers.get(one.getKey()).verbatim();
            var marks = new ArrayList<>(Mark.of(verbatim, one.getValue().getFirst()));
            for (int i = 0; i < phrases.size(); i++) {
                List<Mark> single = Mark.of(verbatim, one.getValue().get(i + 1));
                marks.addAll(Mark.together(verbatim, single, phrases.get(i).size()));
            }
            return Mark.merged(marks);
        }));
    }
}
