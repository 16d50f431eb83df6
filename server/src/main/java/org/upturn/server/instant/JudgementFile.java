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
        List<Judgement> judgements(JsonNode line, String where);
    }

    /** Lines {@code {"text": "…", "themes": ["…"]}}: of these texts every theme is known. */
    List<Judgement> labels(Path file) {
        return read(file, this::label);
    }

    /** Lines {@code {"text": "…", "theme": "…", "yes": true}}: single answers. */
    List<Judgement> answers(Path file) {
        return read(file, this::answer);
    }

    private List<Judgement> label(JsonNode line, String where) {
        JsonNode given = line.get("themes");
        if (given == null || !given.isArray()) {
            throw new JudgementFileException(where + "write \"themes\": [\"…\"], a list; [] when there is none.");
        }
        Set<String> themes = new LinkedHashSet<>();
        given.forEach(theme -> themes.add(theme(theme, where)));
        return Judgement.all(codebook, text(line, where), themes);
    }

    private List<Judgement> answer(JsonNode line, String where) {
        JsonNode yes = line.get("yes");
        if (yes == null || !yes.isBoolean()) {
            throw new JudgementFileException(where + "write \"yes\": true or \"yes\": false.");
        }
        return List.of(new Judgement(text(line, where), theme(line.get("theme"), where), yes.booleanValue()));
    }

    private static String text(JsonNode line, String where) {
        JsonNode text = line.get("text");
        if (text == null || !text.isString()) {
            throw new JudgementFileException(where + "there is no \"text\" that is a string.");
        }
        return text.stringValue();
    }

    private String theme(@org.jspecify.annotations.Nullable JsonNode theme, String where) {
        if (theme == null || !theme.isString()) {
            throw new JudgementFileException(where + "there is no \"theme\" that is a string.");
        }
        if (codebook.theme(theme.stringValue()).isEmpty()) {
            List<String> ids =
                    codebook.themes().stream().map(Theme::id).limit(12).toList();
            throw new JudgementFileException(where + "the codebook has no theme '" + theme.stringValue()
                    + "'; its themes are " + String.join(", ", ids)
                    + (ids.size() < codebook.themes().size() ? " and others." : "."));
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
                    String where = file.getFileName() + ", line " + number + ": ";
                    judgements.addAll(meaning.judgements(object(line, where), where));
                }
            }
        } catch (NoSuchFileException e) {
            throw new JudgementFileException("There is no file '" + file + "'.");
        } catch (IOException e) {
            throw new JudgementFileException(file + " cannot be read: " + e.getMessage());
        }
        return judgements;
    }

    private static JsonNode object(String line, String where) {
        try {
            JsonNode object = JSON.readTree(line);
            if (object.isObject()) {
                return object;
            }
        } catch (JacksonException e) {
            throw new JudgementFileException(where + "this is not JSON: " + e.getOriginalMessage());
        }
        throw new JudgementFileException(where + "write one JSON object, {…}, on each line.");
    }
}
