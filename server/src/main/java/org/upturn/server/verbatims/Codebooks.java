package org.upturn.server.verbatims;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.upturn.engine.Codebook;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramCreated;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.codebook.CodebookContent;
import org.upturn.server.verbatims.codebook.CodebookDiff;
import org.upturn.server.verbatims.codebook.CodebookRepository;
import org.upturn.server.verbatims.codebook.CodebookVersion;
import org.upturn.server.verbatims.codebook.Draft;
import org.upturn.server.verbatims.codebook.ThemeRepository;

/** The codebooks of a workspace and their versions. Each program begins with a starter and makes it its own. */
@Service
public class Codebooks {
    private final CodebookRepository repository;
    private final ThemeRepository themes;
    private final Clock clock;
    private final ConcurrentHashMap<Key, CodebookContent> loaded = new ConcurrentHashMap<>();

    private record Key(UUID codebook, int version) {}

    Codebooks(CodebookRepository repository, ThemeRepository themes, Clock clock) {
        this.repository = repository;
        this.themes = themes;
        this.clock = clock;
    }

    /** The codebook against which a program's verbatims are read now. */
    public TeamCodebook active(WorkspaceId workspace, ProgramId program) {
        CodebookRepository.Known known = repository.known(workspace, program);
        return load(workspace, known.id(), known.activeVersion(), known.lesson());
    }

    /** A version that is not edited any more: what is active, was active, or is going live. */
    public TeamCodebook load(WorkspaceId workspace, UUID codebook, int version) {
        return load(workspace, codebook, version, repository.lesson(workspace, codebook));
    }

    /** A draft as it would be read against if it were live. */
    public TeamCodebook of(WorkspaceId workspace, Draft draft) {
        return TeamCodebook.of(
                draft.codebook(), draft.number(), draft.content(), repository.lesson(workspace, draft.codebook()));
    }

    private TeamCodebook load(WorkspaceId workspace, UUID codebook, int version, int lesson) {
        CodebookContent content =
                loaded.computeIfAbsent(new Key(codebook, version), absent -> themes.find(workspace, codebook, version));
        return TeamCodebook.of(codebook, version, content, lesson);
    }

    /** All versions of a program's codebook, the latest first. */
    public List<CodebookVersion> versions(WorkspaceId workspace, ProgramId program) {
        return repository.versions(
                workspace, repository.known(workspace, program).id());
    }

    /** The draft or the version that is going live; null when what is active is all there is. */
    public @Nullable CodebookVersion coming(WorkspaceId workspace, ProgramId program) {
        return repository.coming(workspace, repository.known(workspace, program).id());
    }

    /** One version of a program's codebook. */
    public CodebookVersion version(WorkspaceId workspace, ProgramId program, int version) {
        return repository
                .version(workspace, repository.known(workspace, program).id(), version)
                .orElseThrow(() -> Problem.notFound("problem.unknown.version"));
    }

    /** What stands in a version. */
    public CodebookContent content(WorkspaceId workspace, ProgramId program, int version) {
        return themes.find(workspace, repository.known(workspace, program).id(), version);
    }

    /** What a theme has become in the version that is active: itself, or what it was merged into; empty when it is gone. */
    public Optional<String> present(WorkspaceId workspace, ProgramId program, String theme) {
        TeamCodebook active = active(workspace, program);
        if (active.codebook().themes().stream().anyMatch(one -> one.id().equals(theme))) {
            return Optional.of(theme);
        }
        return Optional.ofNullable(
                content(workspace, program, active.version()).heirs().get(theme));
    }

    /** What differs between two versions. */
    public CodebookDiff diff(WorkspaceId workspace, ProgramId program, int from, int to) {
        return CodebookDiff.of(content(workspace, program, from), content(workspace, program, to));
    }

    /** A new program gets its starter, in the same transaction. */
    @EventListener
    void start(ProgramCreated created) {
        CodebookContent starter = CodebookContent.of(Codebook.starter(created.starter()));
        UUID id = Ids.next();
        Instant now = clock.instant();
        repository.insert(created.workspace(), created.program(), id, now);
        repository.insert(
                created.workspace(),
                id,
                new CodebookVersion(1, CodebookVersion.State.ACTIVE, starter.name(), "", 1, null, now, now, 0, 0));
        themes.replace(created.workspace(), id, 1, starter.themes());
    }
}
