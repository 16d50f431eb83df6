package org.upturn.server.instant;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.upturn.engine.Codebook;
import org.upturn.engine.Judgement;
import org.upturn.engine.Theme;
import org.upturn.server.kernel.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what people judged from JSON lines. */
final class JudgementFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Codebook codebook;

    JudgementFile(Codebook codebook) {
        this.codebook = codebook;
    }

    /** What a line says. */
    private interface Line {
        List<Judgement> judgements(JsonNode line, Message where);
    }

    /** Lines {@code {"text": "…", "themes": ["…"]}}: of these texts every theme is known. */
    List<Judgement> labels(Path file) {
        return read(file, this::label);
    }

    /** Lines {@code {"text": "…", "theme": "…", "yes": true}}: single answers. */
    List<Judgement> answers(Path file) {
        return read(file, this::answer);
    }

    private List<Judgement> label(JsonNode line, Message where) {
        JsonNode given = line.get("themes");
        if (given == null || !given.isArray()) {
            throw new JudgementFileException("console.judged.themes", where);
        }
        Set<String> themes = new LinkedHashSet<>();
        given.forEach(theme -> themes.add(theme(theme, where)));
        return Judgement.all(codebook, text(line, where), themes);
    }

    private List<Judgement> answer(JsonNode line, Message where) {
        JsonNode yes = line.get("yes");
        if (yes == null || !yes.isBoolean()) {
            throw new JudgementFileException("console.judged.yes", where);
        }
        return List.of(new Judgement(text(line, where), theme(line.get("theme"), where), yes.booleanValue()));
    }

    private static String text(JsonNode line, Message where) {
        JsonNode text = line.get("text");
        if (text == null || !text.isString()) {
            throw new JudgementFileException("console.judged.text", where);
        }
        return text.stringValue();
    }

    private String theme(@org.jspecify.annotations.Nullable JsonNode theme, Message where) {
        if (theme == null || !theme.isString()) {
            throw new JudgementFileException("console.judged.theme", where);
        }
        if (codebook.theme(theme.stringValue()).isEmpty()) {
            List<String> ids =
                    codebook.themes().stream().map(Theme::id).limit(12).toList();
            throw new JudgementFileException(
                    ids.size() < codebook.themes().size() ? "console.judged.unknownOfMany" : "console.judged.unknown",
                    where,
                    theme.stringValue(),
                    String.join(", ", ids));
        }
        return theme.stringValue();
    }

    private static List<Judgement> read(Path file, Line meaning) {
        List<Judgement> judgements = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    Message where = new Message("console.judged.where", file.getFileName(), number);
                    judgements.addAll(meaning.judgements(object(JsonLines.withoutMark(line), where), where));
                }
            }
        } catch (NoSuchFileException e) {
            throw new JudgementFileException("console.judged.file", file);
        } catch (IOException e) {
            throw new JudgementFileException("console.judged.unreadable", file, e.getMessage());
        }
        return judgements;
    }

    private static JsonNode object(String line, Message where) {
        try {
            JsonNode object = JSON.readTree(line);
            if (object.isObject()) {
                return object;
            }
        } catch (JacksonException e) {
            throw new JudgementFileException("console.judged.notJson", where, e.getOriginalMessage());
        }
        throw new JudgementFileException("console.judged.object", where);
    }
}
