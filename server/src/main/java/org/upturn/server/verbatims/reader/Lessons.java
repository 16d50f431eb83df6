package org.upturn.server.verbatims.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.upturn.engine.Codebook;
import org.upturn.engine.Judgement;
import org.upturn.engine.Learned;
import org.upturn.engine.Learner;
import org.upturn.engine.Question;
import org.upturn.engine.Reader;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.TeamCodebook;
import org.upturn.server.verbatims.ThemeJudged;
import org.upturn.server.verbatims.VerdictRepository;

/**
 * What the engine learned from people's verdicts, one lesson for each codebook. A lesson is learned as soon as a verdict
 * is stored; on another node, when the next verbatim is read there.
 */
@Component
public class Lessons implements DisposableBean {
    private static final int KEPT = 8;

    private final VerdictRepository verdicts;
    private final Codebooks codebooks;
    private final LoadedReader reader;
    private final ExecutorService learning = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("learning").factory());
    private final Map<Key, Pupil> pupils = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Pupil> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(UUID id, Codebook codebook) {}

    Lessons(VerdictRepository verdicts, Codebooks codebooks, LoadedReader reader) {
        this.verdicts = verdicts;
        this.codebooks = codebooks;
        this.reader = reader;
    }

    /** Learns one codebook; what it learned last stays until the next lesson is learned. */
    private final class Pupil {
        private @Nullable Learner learner;
        private int lesson;
        private Learned learned = Learned.NOTHING;

        synchronized Learner learner(Reader engine, Codebook codebook) {
            if (learner == null) {
                learner = engine.learner(codebook);
            }
            return learner;
        }

        synchronized Learned learned(WorkspaceId workspace, TeamCodebook codebook) {
            if (lesson < codebook.lesson()) {
                List<Judgement> judgements = judgements(workspace, codebook);
                learned = reader.with(
                        engine -> learner(engine, codebook.codebook()).learn(judgements));
                lesson = codebook.lesson();
            }
            return learned;
        }
    }

    /** What is known at the lesson that the codebook was looked up with, or later. */
    public Learned of(WorkspaceId workspace, TeamCodebook codebook) {
        return codebook.lesson() == 0 ? Learned.NOTHING : pupil(codebook).learned(workspace, codebook);
    }

    /**
     * The questions that teach most about these texts, at most so many for each theme.
     *
     * @return numbers count the texts from 0
     */
    public List<Question> ask(WorkspaceId workspace, TeamCodebook codebook, List<String> texts, int each) {
        Learned learned = of(workspace, codebook);
        return reader.with(
                engine -> pupil(codebook).learner(engine, codebook.codebook()).ask(learned, texts, each));
    }

    private Pupil pupil(TeamCodebook codebook) {
        synchronized (pupils) {
            return pupils.computeIfAbsent(new Key(codebook.id(), codebook.codebook()), absent -> new Pupil());
        }
    }

    /** Those of themes that are still there. Of a theme that was merged into another a yes counts for the heir. */
    private List<Judgement> judgements(WorkspaceId workspace, TeamCodebook codebook) {
        return verdicts.judgements(workspace, codebook.id()).stream()
                .map(one -> codebook.heirs().containsKey(one.theme()) && one.yes()
                        ? new Judgement(one.text(), codebook.heirs().get(one.theme()), true)
                        : one)
                .filter(one -> codebook.codebook().theme(one.theme()).isPresent())
                .toList();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void learn(ThemeJudged judged) {
        learning.execute(() -> of(judged.workspace(), codebooks.active(judged.workspace(), judged.program())));
    }

    @Override
    public void destroy() {
        learning.shutdownNow();
    }
}
