package org.upturn.server.verbatims.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.ReadVerbatim;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.verbatims.TeamCodebook;
import org.upturn.server.verbatims.VerbatimReading;
import org.upturn.server.verbatims.codebook.Draft;
import org.upturn.server.verbatims.codebook.Drafts;
import org.upturn.server.verbatims.reader.AnswerReader;

/**
 * Shows what a draft would change, before it goes live: the latest verbatims of the program are read against it and laid
 * beside what they were read as. Nothing of it is stored; it is kept in memory until the draft is edited again.
 */
@Service
public class Previews {
    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    private static final int MOST = 200;

    /** Read between two looks at how far it is. */
    private static final int STEP = 10;

    private static final int KEPT = 20;

    private final Drafts drafts;
    private final Responses responses;
    private final Readings readings;
    private final AnswerReader reader;
    private final Codebooks codebooks;
    private final Map<Key, Running> running = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Running> eldest) {
            return size() > KEPT;
        }
    };

    Previews(Drafts drafts, Responses responses, Readings readings, AnswerReader reader, Codebooks codebooks) {
        this.drafts = drafts;
        this.responses = responses;
        this.readings = readings;
        this.reader = reader;
        this.codebooks = codebooks;
    }

    private record Key(WorkspaceId workspace, UUID codebook, int version, int revision) {}

    /** A preview being made. */
    private static final class Running {
        private volatile DraftPreview preview;

        Running(DraftPreview begun) {
            preview = begun;
        }
    }

    /** The preview of the present draft as far as it is; asking for it begins it. */
    public DraftPreview find(WorkspaceId workspace, ProgramId program) {
        Draft draft = drafts.find(workspace, program);
        var key = new Key(workspace, draft.codebook(), draft.number(), draft.revision());
        synchronized (running) {
            return running.computeIfAbsent(key, absent -> begin(key, program, draft)).preview;
        }
    }

    private Running begin(Key key, ProgramId program, Draft draft) {
        var begun = new Running(new DraftPreview(draft.number(), draft.revision(), 0, MOST, false, List.of()));
        Thread.ofPlatform().daemon().name("preview").start(() -> {
            try {
                make(key.workspace(), program, draft, begun);
            } catch (InterruptedException | RuntimeException failure) {
                LOG.warn("The preview of version {} stopped: {}", draft.number(), failure.toString());
                synchronized (running) {
                    running.remove(key);
                }
            }
        });
        return begun;
    }

    private void make(WorkspaceId workspace, ProgramId program, Draft draft, Running begun)
            throws InterruptedException {
        List<Response> answers = responses.latestWithWords(workspace, program, MOST);
        Map<ResponseId, VerbatimReading> before =
                readings.findAll(workspace, answers.stream().map(Response::id).toList());
        var effects = new PreviewEffects(draft);
        TeamCodebook codebook = codebooks.of(workspace, draft);
        List<Response> read =
                answers.stream().filter(one -> before.containsKey(one.id())).toList();
        Map<ResponseId, Response> known = read.stream().collect(Collectors.toMap(Response::id, Function.identity()));
        int done = 0;
        while (done < read.size()) {
            List<Response> some = read.subList(done, Math.min(done + STEP, read.size()));
            for (ReadVerbatim after : reader.readAgain(workspace, codebook, some)) {
                effects.add(
                        known.get(after.response()),
                        before.get(after.response()),
                        after.reading().decided());
            }
            done += some.size();
            begun.preview = new DraftPreview(draft.number(), draft.revision(), done, read.size(), false, List.of());
        }
        begun.preview = new DraftPreview(draft.number(), draft.revision(), done, read.size(), true, effects.all());
    }
}
