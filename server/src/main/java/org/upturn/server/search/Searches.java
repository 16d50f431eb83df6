package org.upturn.server.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.Codebooks;

/** The door of the room: finds verbatims by what they say and by what they mean. */
@Service
public class Searches {
    /** How many verbatims that mean nearly the same are given. */
    public static final int MOST_ALIKE = 20;

    private static final SearchWords NO_WORDS = SearchWords.of("");

    private final SearchRepository repository;
    private final HitAssembly assembly;
    private final Meanings meanings;
    private final Codebooks codebooks;
    private final Responses responses;

    Searches(
            SearchRepository repository,
            HitAssembly assembly,
            Meanings meanings,
            Codebooks codebooks,
            Responses responses) {
        this.repository = repository;
        this.assembly = assembly;
        this.meanings = meanings;
        this.codebooks = codebooks;
        this.responses = responses;
    }

    /**
     * The verbatims of a program that a search finds, in the order it asks for. Answers without words are not among them;
     * words in which there is nothing to look for find nothing.
     */
    public Hits find(WorkspaceId workspace, ProgramId program, Search told, @Nullable UUID after, int limit) {
        Search search = present(workspace, program, told);
        SearchWords words = SearchWords.of(search.words());
        if (words.isEmpty() && !search.words().isEmpty()) {
            return new Hits(0, new Slice<>(List.of(), null));
        }
        var found = repository.find(
                workspace,
                program.value(),
                codebooks.active(workspace, program),
                search,
                new SearchRepository.Place(after, limit + 1));
        Slice<ResponseId> slice = Slice.of(found.ids(), limit, ResponseId::value);
        return new Hits(found.all(), new Slice<>(assembly.of(workspace, slice.items(), words, Map.of()), slice.next()));
    }

    /**
     * The same search in the words of the codebook that is active: a theme that was merged into another meanwhile is that
     * other, so that a search kept under a name goes on finding what it was made for.
     */
    public Search present(WorkspaceId workspace, ProgramId program, Search search) {
        return search.theme().isEmpty()
                ? search
                : codebooks
                        .present(workspace, program, search.theme())
                        .map(search::withTheme)
                        .orElse(search);
    }

    /**
     * The verbatims of the same program that mean most nearly what this one does, the nearest first, at most {@value
     * #MOST_ALIKE}; none while it waits to be read or when it has no words.
     */
    public List<Hit> alike(WorkspaceId workspace, ResponseId id) {
        Response response = responses.find(workspace, id);
        List<Meanings.Neighbour> nearest =
                meanings.nearest(workspace, response.program().value(), id.value(), MOST_ALIKE);
        var likeness = nearest.stream()
                .collect(Collectors.toMap(one -> new ResponseId(one.response()), Meanings.Neighbour::likeness));
        return assembly.of(
                workspace,
                nearest.stream().map(one -> new ResponseId(one.response())).toList(),
                NO_WORDS,
                likeness);
    }

    /** This response as a hit of its own, to stand above those that are like it. */
    public Hit one(WorkspaceId workspace, ResponseId id) {
        responses.find(workspace, id);
        return assembly.of(workspace, List.of(id), NO_WORDS, Map.of()).getFirst();
    }

    /** Segments to choose from: those of the people who answered last, as {@code attribute=value}. */
    public List<String> segments(WorkspaceId workspace, ProgramId program) {
        return repository.segments(workspace, program.value());
    }

    /** Languages to choose from: those of the latest answers. */
    public List<String> languages(WorkspaceId workspace, ProgramId program) {
        return repository.languages(workspace, program.value());
    }
}
