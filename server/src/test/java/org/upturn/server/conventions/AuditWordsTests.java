package org.upturn.server.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upturn.server.corrections.RuleKind;

class AuditWordsTests {
    private static final String PREFIX = "audit.action.";
    private static final Pattern RECORDED = Pattern.compile(
            "\\b(?:record|move|note|step|change)\\(\\s*(?:by|member|opened\\.member\\(\\))(?!\\w)[^;]*;");
    private static final Pattern DOWNLOADED = Pattern.compile("downloads\\.csv\\(\\s*member,\\s*\"([a-z-]+)\"");
    private static final Pattern ACTION = Pattern.compile("\"([a-z-]+(?:\\.[a-z-]+)+)\"");

    @Test
    void everyActionThatIsRecordedHasWordsAndNoneIsThereForNothing() throws Exception {
        var recorded = new TreeSet<String>();
        for (var file : Sources.java()) {
            String code = Sources.read(file);
            DOWNLOADED.matcher(code).results().forEach(found -> recorded.add("csv." + found.group(1)));
            if (code.contains("AuditLog audit")) {
                RECORDED.matcher(code)
                        .results()
                        .flatMap(statement -> ACTION.matcher(statement.group()).results())
                        .forEach(found -> recorded.add(found.group(1)));
            }
        }
        Stream.of("passives", "promoters", "testimonials").forEach(table -> recorded.add("csv." + table));
        for (RuleKind kind : RuleKind.values()) {
            recorded.add("correction.rule.on." + kind.word());
            recorded.add("correction.rule.off." + kind.word());
        }
        var words = new Properties();
        try (var in =
                java.nio.file.Files.newBufferedReader(Sources.RESOURCES.resolve("messages/messages.properties"))) {
            words.load(in);
        }

        assertThat(words.stringPropertyNames().stream()
                        .filter(key -> key.startsWith(PREFIX))
                        .map(key -> key.substring(PREFIX.length())))
                .as("what is recorded in the audit log is read there: each action needs its words in the messages")
                .containsExactlyInAnyOrderElementsOf(recorded);
    }
}
