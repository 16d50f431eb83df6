package org.upturn.server.verbatims.reader;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.upturn.engine.ProgramScores;
import org.upturn.engine.Reader;
import org.upturn.engine.ScoreLearner;
import org.upturn.engine.Verbatim;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.ReadingRepository;

/**
 * How words and scores go together in each program: learned from the latest of its own answers before the first is read
 * here, and again, in the background, when as many more have come. Learning from very many takes seconds, so it is done once
 * an hour at most.
 */
@Component
public class OwnScores implements DisposableBean {
    private static final int MOST_ANSWERS = 2_000;
    private static final int KEPT_PROGRAMS = 64;

    /** Fewer than these are learned from in no time, and change more. */
    private static final int FEW_ANSWERS = 200;

    private static final Duration PAUSE = Duration.ofHours(1);

    private final Responses responses;
    private final ReadingRepository readings;
    private final AskedVerbatims asked;
    private final LoadedReader reader;
    private final Clock clock;
    private final ExecutorService learning = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("own scores").factory());
    private final Map<ProgramId, Known> programs = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ProgramId, Known> eldest) {
            return size() > KEPT_PROGRAMS;
        }
    };

    OwnScores(Responses responses, ReadingRepository readings, AskedVerbatims asked, LoadedReader reader, Clock clock) {
        this.clock = clock;
        this.responses = responses;
        this.readings = readings;
        this.asked = asked;
        this.reader = reader;
    }

    /** What is known of one program. */
    private final class Known {
        private final WorkspaceId workspace;
        private final ProgramId program;
        private @Nullable ProgramScores scores;
        private int untilNext;
        private Instant notBefore = Instant.MIN;

        Known(WorkspaceId workspace, ProgramId program) {
            this.workspace = workspace;
            this.program = program;
        }

        synchronized ProgramScores scores() {
            if (scores == null) {
                scores = learned();
            } else if (--untilNext <= 0 && !clock.instant().isBefore(notBefore)) {
                untilNext = Integer.MAX_VALUE;
                learning.execute(this::learnAgain);
            }
            return scores;
        }

        private void learnAgain() {
            ProgramScores later = learned();
            synchronized (this) {
                scores = later;
            }
        }

        private ProgramScores learned() {
            List<Response> latest = responses.latestWithWords(workspace, program, MOST_ANSWERS);
            Map<ResponseId, byte[]> meanings = readings.meanings(workspace, latest);
            List<Response> answers = latest.stream()
                    .filter(answer -> meanings.containsKey(answer.id()))
                    .toList();
            synchronized (this) {
                untilNext = Math.max(ScoreLearner.LEVEL_FROM, answers.size());
                notBefore = answers.size() < FEW_ANSWERS
                        ? clock.instant()
                        : clock.instant().plus(PAUSE);
            }
            return reader.with(engine -> learned(engine, answers, meanings));
        }

        private ProgramScores learned(Reader engine, List<Response> answers, Map<ResponseId, byte[]> meanings) {
            var bytes = new IdentityHashMap<Verbatim, byte[]>();
            var oldestFirst = new ArrayList<Verbatim>();
            for (Response answer : answers.reversed()) {
                Verbatim verbatim = asked.of(workspace, answer);
                oldestFirst.add(verbatim);
                bytes.put(verbatim, meanings.get(answer.id()));
            }
            return engine.scoreLearner()
                    .learn(
                            oldestFirst,
                            verbatim -> engine.findMeaning(verbatim.text(), bytes.get(verbatim))
                                    .orElseGet(() -> engine.meaning(verbatim.text())));
        }
    }

    /** What is known when an answer of this program is to be read. */
    public ProgramScores of(WorkspaceId workspace, ProgramId program) {
        return known(workspace, program).scores();
    }

    private Known known(WorkspaceId workspace, ProgramId program) {
        synchronized (programs) {
            return programs.computeIfAbsent(program, absent -> new Known(workspace, program));
        }
    }

    @Override
    public void destroy() {
        learning.shutdownNow();
    }
}
