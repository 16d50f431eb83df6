package org.upturn.server.verbatims.review;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.upturn.engine.Explanation;
import org.upturn.engine.Learned;
import org.upturn.engine.Verbatim;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.TeamCodebook;
import org.upturn.server.verbatims.reader.AskedVerbatims;
import org.upturn.server.verbatims.reader.Lessons;
import org.upturn.server.verbatims.reader.LoadedReader;

/** Why a theme is seen in an answer, or why not, by the codebook that is live and all that people taught. */
@Service
public class Explanations {
    private final LoadedReader reader;
    private final AskedVerbatims asked;
    private final Lessons lessons;
    private final Codebooks codebooks;

    Explanations(LoadedReader reader, AskedVerbatims asked, Lessons lessons, Codebooks codebooks) {
        this.reader = reader;
        this.asked = asked;
        this.lessons = lessons;
        this.codebooks = codebooks;
    }

    /**
     * Empty when there is nothing to read in the answer.
     *
     * @param theme its id in the codebook
     */
    public Optional<Explanation> of(WorkspaceId workspace, Response answer, String theme) {
        TeamCodebook codebook = codebooks.active(workspace, answer.program());
        if (codebook.codebook().theme(theme).isEmpty()) {
            throw Problem.notFound("problem.unknown.theme");
        }
        Learned learned = lessons.of(workspace, codebook);
        Verbatim verbatim = asked.of(workspace, answer);
        return reader.with(engine -> engine.explain(codebook.codebook(), learned, verbatim, theme));
    }
}
