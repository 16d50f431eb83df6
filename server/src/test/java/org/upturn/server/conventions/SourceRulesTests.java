package org.upturn.server.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SourceRulesTests {
    private static final int LONGEST_JAVA = 250;
    private static final int LONGEST_TEMPLATE = 60;
    private static final int LARGEST_PACKAGE = 25;

    /** Larger than the rule, each for a reason. */
    private static final Map<String, String> LARGE_PACKAGES =
            Map.of("org/upturn/server/instant", "one command with its report, and records of a line or two to draw it");

    private static final Pattern TIME_IN_JAVA = Pattern.compile(
            "\\b(Instant|LocalDate|LocalDateTime|LocalTime|ZonedDateTime|OffsetDateTime"
                    + "|Year|YearMonth)\\.now\\(\\)|System\\.currentTimeMillis\\(|new (java\\.util\\.)?Date\\(\\)|Clock\\.system");
    private static final Pattern TIME_IN_SQL = Pattern.compile(
            "(?i)\\bnow\\(\\)|\\bcurrent_(timestamp|date|time)\\b|\\b(clock|statement|transaction)_timestamp\\(");
    private static final Pattern STRING =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern LOUD_SQL = Pattern.compile(
            "\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|FROM|WHERE|LEFT JOIN|JOIN|ORDER BY|GROUP BY|VALUES|RETURNING|CREATE TABLE)\\s+[a-z(:]");

    @Test
    void timeComesFromTheClockHandedIn() {
        assertThat(offenders(
                        Sources.java(),
                        file -> TIME_IN_JAVA.matcher(Sources.code(file)).find()))
                .filteredOn(file -> !file.startsWith("org/upturn/server/kernel/"))
                .filteredOn(file -> !file.equals("org/upturn/server/instant/ReadCommand.java")) // wires its own clock
                .as("Ask the Clock for the time, never the machine: tests and the demo turn the clock,"
                        + " and two clocks in one transaction disagree")
                .isEmpty();
    }

    @Test
    void rowsAreFetchedAsListsForAStreamKeepsItsConnection() {
        Pattern streamed = Pattern.compile("\\.query\\((?:[^()]|\\([^()]*\\))*\\)\\s*\\.stream\\(\\)");
        assertThat(offenders(
                        Sources.java(),
                        file -> streamed.matcher(Sources.code(file)).find()))
                .as(
                        "A stream of rows holds its connection until somebody closes it, and nobody does: after twenty pages"
                                + " none is left. Use list()")
                .isEmpty();
    }

    @Test
    void theDatabaseIsNeverAskedForTheTime() {
        assertThat(offenders(
                        Sources.java(),
                        file -> strings(file)
                                .anyMatch(text -> TIME_IN_SQL.matcher(text).find())))
                .as("Hand the time in as a parameter: now() in SQL is a second clock that no test can turn")
                .isEmpty();
        assertThat(Sources.migrations().stream()
                        .filter(file -> TIME_IN_SQL.matcher(Sources.read(file)).find()))
                .as("A default of now() in a table is a second clock that no test can turn")
                .isEmpty();
    }

    @Test
    void sqlIsWrittenInLowerCase() {
        assertThat(offenders(
                        Sources.java(),
                        file -> strings(file)
                                .anyMatch(text -> LOUD_SQL.matcher(text).find())))
                .as("SQL is lower case: words are told apart by their place, and names need no quotes")
                .isEmpty();
        assertThat(Sources.migrations().stream()
                        .filter(file -> LOUD_SQL.matcher(Sources.read(file)).find()))
                .as("SQL is lower case, in migrations too")
                .isEmpty();
    }

    @Test
    void settingsAreRecordsAndJavaIsPlain() {
        assertThat(offenders(Sources.java(), file -> Sources.code(file).contains("beans.factory.annotation.Value")))
                .as("No @Value: a room reads its settings as one small typed record, whose defaults a test can check")
                .isEmpty();
        assertThat(offenders(Sources.java(), file -> Sources.code(file).contains("import lombok")))
                .as("No Lombok: records say the same and the compiler understands them")
                .isEmpty();
    }

    @Test
    void everyPackageSaysThatNullIsTheException() {
        assertThat(byPackage().keySet().stream()
                        .filter(folder -> !folder.equals("org/upturn/server"))
                        .filter(folder -> !Sources.read(
                                        Sources.JAVA.resolve(folder).resolve("package-info.java"))
                                .contains("NullMarked")))
                .as("Every package is @NullMarked, so that a reader knows where null may come from")
                .isEmpty();
    }

    @Test
    void filesStaySmallEnoughToReadAtOnce() {
        assertThat(offenders(Sources.java(), file -> lines(file) > LONGEST_JAVA))
                .as("At most " + LONGEST_JAVA + " lines a class: split it where it has two subjects")
                .isEmpty();
        assertThat(Sources.templates().stream().filter(file -> lines(file) > LONGEST_TEMPLATE))
                .as("At most " + LONGEST_TEMPLATE + " lines a template: make a fragment that draws one thing")
                .isEmpty();
        assertThat(byPackage().entrySet().stream()
                        .filter(folder -> folder.getValue() > LARGEST_PACKAGE)
                        .map(Map.Entry::getKey))
                .as("At most " + LARGEST_PACKAGE + " types a package: a larger room has two subjects")
                .isSubsetOf(LARGE_PACKAGES.keySet());
    }

    private static Map<String, Long> byPackage() {
        return Sources.java().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .map(file -> Sources.JAVA.relativize(file.getParent()).toString())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<String> offenders(List<Path> files, Predicate<Path> offends) {
        return files.stream()
                .filter(offends)
                .map(file -> Sources.JAVA.relativize(file).toString())
                .toList();
    }

    private static java.util.stream.Stream<String> strings(Path file) {
        return STRING.matcher(Sources.code(file))
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1));
    }

    private static long lines(Path file) {
        return Sources.read(file).lines().count();
    }
}
