package org.upturn.server.journeys;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the Nu Html Checker (vnu) what is wrong with pages: one process for all of them, with a class path of its own. */
final class HtmlChecker {
    private static final Path JARS = Path.of("target/vnu").toAbsolutePath();

    private final Path folder;
    private final Map<String, String> names = new LinkedHashMap<>();

    /** @param folder where pages lie until they are checked */
    HtmlChecker(Path folder) {
        this.folder = folder;
    }

    void add(String name, String html) {
        String file = "page-" + names.size() + ".html";
        names.put(file, name);
        try {
            Files.writeString(folder.resolve(file), html);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Every error, each with the name of its page, its place and what stands there. */
    List<String> errors() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss4m",
                "-cp",
                JARS + File.separator + "*",
                "nu.validator.client.SimpleCommandLineValidator",
                "--format",
                "json",
                "--no-langdetect",
                "--stdout"));
        names.keySet().forEach(file -> command.add(folder.resolve(file).toString()));
        Process checker = new ProcessBuilder(command)
                .redirectError(folder.resolve("checker.log").toFile())
                .start();
        String said = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        checker.waitFor();
        if (said.isBlank()) {
            throw new AssertionError("The checker said nothing: " + Files.readString(folder.resolve("checker.log")));
        }
        var errors = new ArrayList<String>();
        for (JsonNode one : JsonMapper.builder().build().readTree(said).get("messages")) {
            if (!one.get("type").asString().equals("info")) {
                errors.add(text(one));
            }
        }
        return errors;
    }

    private String text(JsonNode one) {
        String url = one.path("url").asString("");
        return names.get(url.substring(url.lastIndexOf('/') + 1)) + ", line "
                + one.path("lastLine").asInt() + ": " + one.path("message").asString("") + " ["
                + one.path("extract").asString("").replaceAll("\\s+", " ") + "]";
    }
}
