package org.upturn.server.verbatims.codebook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Examples in one cell of a table: {@code " | "} between them, and {@code " \| "} where one of them holds that. */
final class ExampleCell {
    private ExampleCell() {}

    static String joined(List<String> examples) {
        return examples.stream()
                .map(one -> one.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining(" | "));
    }

    static List<String> split(String cell) {
        return Stream.of(cell.split("(?<=\\s|^)\\|(?=\\s|$)", -1))
                .map(one -> one.strip().replaceAll("\\\\([\\\\|])", "$1"))
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
