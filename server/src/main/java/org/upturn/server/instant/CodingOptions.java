package org.upturn.server.instant;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Codebook;
import org.upturn.engine.Judgement;
import org.upturn.engine.Model;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.UsageException;
import org.upturn.server.verbatims.codebook.CodebookFiles;

/**
 * What {@code code} and {@code ask} are told: the codebook, what people judged so far, and with which model to read.
 *
 * @param each questions asked about each theme
 */
record CodingOptions(Codebook codebook, List<Judgement> judgements, int each, Model model) {
    private static final int MOST_QUESTIONS = 1_000;
    private static final int LARGEST_CODEBOOK = 2_000_000;

    /**
     * Reads the options and the files they name.
     *
     * @param known names of the options, with their dashes; each needs a value
     * @throws UsageException when an option is wrong
     * @throws Problem when the codebook is wrong
     * @throws JudgementFileException when a file of judgements is wrong
     */
    static CodingOptions of(String[] args, Set<String> known) throws IOException {
        Map<String, String> values = OptionValues.of(args, known);
        String file = values.get("--codebook");
        if (file == null || file.isBlank()) {
            throw new UsageException("console.code.which");
        }
        int each = each(values.getOrDefault("--n", "8"));
        Codebook codebook = codebook(file);
        JudgementFile files = new JudgementFile(codebook);
        List<Judgement> judgements = new ArrayList<>();
        if (values.containsKey("--labels")) {
            judgements.addAll(files.labels(Path.of(values.get("--labels"))));
        }
        if (values.containsKey("--answers")) {
            judgements.addAll(files.answers(Path.of(values.get("--answers"))));
        }
        return new CodingOptions(codebook, judgements, each, ModelOption.of(values.getOrDefault("--model", "minilm")));
    }

    private static int each(String number) {
        try {
            int each = Integer.parseInt(number);
            if (each >= 1 && each <= MOST_QUESTIONS) {
                return each;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UsageException("console.ask.each", MOST_QUESTIONS, number);
    }

    private static Codebook codebook(String file) throws IOException {
        Path path = Path.of(file);
        try (InputStream in = Files.newInputStream(path)) {
            String name = path.getFileName().toString();
            return CodebookFiles.read(name, in.readNBytes(LARGEST_CODEBOOK), name)
                    .codebook();
        } catch (NoSuchFileException e) {
            throw new UsageException("console.code.file", file);
        }
    }

    /** Reads the options, or says on {@code err} what is wrong with them and gives null. */
    static @Nullable CodingOptions orExplain(String[] args, Set<String> known, Message usage, java.io.PrintStream err) {
        try {
            return of(args, known);
        } catch (JudgementFileException e) {
            err.println(e.getMessage());
        } catch (Problem e) {
            err.println(e.message().english());
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.print(usage.english());
        } catch (IOException e) {
            err.println(new Message("console.code.unreadable", e.getMessage()).english());
        }
        return null;
    }
}
