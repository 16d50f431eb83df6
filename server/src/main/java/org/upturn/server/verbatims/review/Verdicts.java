package org.upturn.server.verbatims.review;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.HumanCodings;
import org.upturn.server.verbatims.TeamCodebook;
import org.upturn.server.verbatims.ThemeJudged;
import org.upturn.server.verbatims.Verdict;
import org.upturn.server.verbatims.VerdictRepository;
import org.upturn.server.verbatims.codebook.CodebookRepository;
import org.upturn.server.workspaces.Member;

/**
 * The door to people's word on themes. It takes effect at once, in the verbatim itself and, as what it taught, in all that
 * is read after it; what was read before follows in the background. A person's word never loses
 * to the engine, and every verdict is kept, those taken back too.
 */
@Service
public class Verdicts {
    private final VerdictRepository repository;
    private final AgreementRepository agreement;
    private final HumanCodings codings;
    private final Codebooks codebooks;
    private final CodebookRepository locks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Verdicts(
            VerdictRepository repository,
            AgreementRepository agreement,
            HumanCodings codings,
            Codebooks codebooks,
            CodebookRepository locks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.agreement = agreement;
        this.codings = codings;
        this.codebooks = codebooks;
        this.locks = locks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Says that a theme is in an answer or is not; saying it again changes nothing.
     *
     * @param theme its id in the codebook that is live
     */
    @Transactional
    public void give(Member by, Response answer, String theme, boolean present) {
        if (answer.verbatim().isBlank()) {
            throw Problem.conflict("problem.verdict.words");
        }
        TeamCodebook codebook = codebooks.active(by.workspace(), answer.program());
        if (codebook.codebook().theme(theme).isEmpty()) {
            throw Problem.notFound("problem.unknown.theme");
        }
        locks.lock(by.workspace(), codebook.id());
        Optional<Verdict> before = repository.of(by.workspace(), answer, theme);
        if (before.isPresent() && before.get().present() == present) {
            return;
        }
        repository.begin(by.workspace(), codebook.id(), clock.instant());
        before.ifPresent(verdict -> repository.withdraw(by, verdict, clock.instant()));
        repository.insert(by, codebook.id(), verdict(by, codebook, answer, theme, present, before.orElse(null)));
        codings.apply(by.workspace(), codebook.id(), codebook.version(), List.of(answer.id()));
        tell(by, answer, theme);
    }

    private Verdict verdict(
            Member by,
            TeamCodebook codebook,
            Response answer,
            String theme,
            boolean present,
            @Nullable Verdict before) {
        HumanCodings.Opinion engine =
                before == null ? codings.opinion(by.workspace(), answer, codebook.version(), theme) : before.opinion();
        return new Verdict(
                Ids.next(),
                answer.id(),
                answer.version(),
                theme,
                present,
                engine == null ? null : (Boolean) engine.decided(),
                engine == null ? null : engine.probability(),
                by.id(),
                clock.instant());
    }

    /** Takes a verdict back: what the engine says counts again. Nothing happens when none was given. */
    @Transactional
    public void withdraw(Member by, Response answer, String theme) {
        TeamCodebook codebook = codebooks.active(by.workspace(), answer.program());
        locks.lock(by.workspace(), codebook.id());
        repository.of(by.workspace(), answer, theme).ifPresent(verdict -> {
            repository.begin(by.workspace(), codebook.id(), clock.instant());
            repository.withdraw(by, verdict, clock.instant());
            codings.restore(by.workspace(), codebook.version(), verdict);
            tell(by, answer, theme);
        });
    }

    private void tell(Member by, Response answer, String theme) {
        events.publishEvent(new ThemeJudged(by.workspace(), answer.program(), answer.id(), theme));
    }

    /** The verdicts that stand on an answer's present words. */
    public List<Verdict> of(WorkspaceId workspace, Response answer) {
        return repository.of(workspace, answer);
    }

    /** How people and engine agree, for each theme of a program's codebook that was judged. */
    public List<Agreement> agreement(WorkspaceId workspace, ProgramId program) {
        return agreement.of(workspace, codebooks.active(workspace, program).id());
    }
}
