package org.upturn.server.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.cases.Outcome;
import org.upturn.server.cases.Subtype;
import org.upturn.server.cases.authority.ActionKind;
import org.upturn.server.cases.authority.CaseAction;
import org.upturn.server.contacts.imports.ContactImport;
import org.upturn.server.contacts.imports.ImportColumn;
import org.upturn.server.history.PastColumn;
import org.upturn.server.history.PastImport;
import org.upturn.server.history.WaveRule;
import org.upturn.server.insights.loop.Became;
import org.upturn.server.insights.loop.Leg;
import org.upturn.server.interactions.Interaction;
import org.upturn.server.kernel.Band;
import org.upturn.server.kernel.Certainty;
import org.upturn.server.kernel.Feeling;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.Problem;
import org.upturn.server.search.Search;
import org.upturn.server.surveys.Timing;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.Role;

class MessageTests {
    private static final Set<String> KEYS = keys();
    private static final Pattern KEY = Pattern.compile("\"((?:problem|sheet|console|instant)(?:\\.[\\w-]+)+)\"");
    private static final Pattern TOLD = Pattern.compile(
            "(?:Problem\\.\\w+|Parsed\\.refused|new (?:Message|SheetException|UsageException))\\((?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\";])*+");
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern WORDS = Pattern.compile("\\p{L}\\W? ");
    private static final Pattern PATH_VARIABLE = Pattern.compile("@PathVariable UUID (\\w+)");
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z][\\w.-]*)\"");
    private static final Pattern PREFIX = Pattern.compile("\"([a-zA-Z][\\w-]*(?:\\.[\\w-]+)*\\.)\"\\s*\\+");

    @Test
    void everyWordOnAPageComesFromTheMessages() {
        assertThat(Sources.templates().stream().flatMap(MessageTests::literalWords))
                .as("Visible text lives in message files: only there can it be translated, and read over as a whole")
                .isEmpty();
    }

    @Test
    void everyWordOfARefusalComesFromTheMessages() {
        assertThat(Sources.java().stream().flatMap(MessageTests::sentences))
                .as("What people are told is named by its key: only in a message file can it be translated")
                .isEmpty();
    }

    @Test
    void everyMessageAskedForExists() {
        assertThat(sources()
                        .flatMap(file ->
                                asked(file).filter(key -> !KEYS.contains(key)).map(key -> name(file) + ": " + key)))
                .as("A key without a message is a page that breaks")
                .isEmpty();
    }

    @Test
    void everyValueOfASetHasItsMessage() {
        Stream<String> needed = Stream.of(
                        Arrays.stream(Subtype.values())
                                .flatMap(one -> Stream.of("subtype." + one.word(), "subtype." + one.word() + ".means")),
                        Arrays.stream(Role.values())
                                .flatMap(one -> Stream.of("role." + one.word(), "role." + one.word() + ".may")),
                        Arrays.stream(FollowUp.Kind.values()).map(one -> "followUp." + one.word()),
                        Arrays.stream(Outcome.values())
                                .flatMap(one -> Stream.of("outcome." + one.word(), "costs.outcome." + one.word())),
                        Arrays.stream(Became.values())
                                .flatMap(one -> Stream.of("became." + one.word(), "became." + one.word() + ".means")),
                        Arrays.stream(Leg.values()).map(one -> "loopFigures.step." + one.word()),
                        Arrays.stream(ActionKind.values()).map(one -> "action.kind." + one.word()),
                        Arrays.stream(CaseAction.State.values()).map(one -> "actions.state." + one.word()),
                        Arrays.stream(Band.values()).map(one -> "band." + one.word()),
                        Arrays.stream(Group.values())
                                .flatMap(one -> Stream.of("thanks." + one.word(), "group." + one.word())),
                        Arrays.stream(Feeling.values()).map(one -> "sentiment." + one.word()),
                        Arrays.stream(Certainty.values()).map(one -> "certainty." + one.word()),
                        Arrays.stream(Search.Order.values()).map(one -> "verbatims.order." + one.word()),
                        Arrays.stream(Problem.Code.values()).map(one -> "problem.title." + one.word()),
                        pathVariables().map(name -> "problem.unknown." + name),
                        Arrays.stream(ImportColumn.values()).map(one -> "column." + one.word()),
                        Arrays.stream(ContactImport.State.values()).map(one -> "imports.state." + one.word()),
                        Arrays.stream(PastImport.State.values()).map(one -> "history.state." + one.word()),
                        Arrays.stream(PastColumn.values()).map(one -> "history.column." + one.word()),
                        Arrays.stream(WaveRule.By.values()).map(one -> "history.waves." + one.word()),
                        Arrays.stream(org.upturn.server.surveys.questions.Kind.values())
                                .map(one -> "survey.kind." + one.word()),
                        Arrays.stream(Timing.values()).map(one -> "waves.timing." + one.word()),
                        Stream.concat(Questionnaire.STANDARD.stream(), Stream.of("product", "score", "why"))
                                .map(one -> "survey.text." + one),
                        Arrays.stream(Interaction.Kind.values()).map(one -> "interaction." + one.word()))
                .flatMap(keys -> keys);

        assertThat(needed.filter(key -> !KEYS.contains(key)))
                .as("A value without a message is a page that breaks on the day it is first shown")
                .isEmpty();
    }

    @Test
    void noMessageIsLeftBehind() {
        Set<String> named = new TreeSet<>();
        Set<String> prefixes = new TreeSet<>();
        sources().map(Sources::read).forEach(source -> {
            LITERAL.matcher(source).results().map(match -> match.group(1)).forEach(named::add);
            PREFIX.matcher(source).results().map(match -> match.group(1)).forEach(prefixes::add);
        });
        prefixes.remove("instant."); // Wording puts it before every key: it names a file, not a set

        assertThat(KEYS.stream()
                        .filter(key -> !named.contains(key) && !named.contains(key.replaceFirst("^instant\\.", "")))
                        .filter(key -> prefixes.stream()
                                .noneMatch(prefix -> key.startsWith(prefix) || key.startsWith("instant." + prefix))))
                .as("A message that nothing shows is a riddle for whoever translates it")
                .isEmpty();
    }

    private static Stream<String> sentences(Path file) {
        return TOLD.matcher(Sources.code(file))
                .results()
                .flatMap(told -> STRING.matcher(told.group()).results())
                .map(literal -> literal.group(1))
                .filter(WORDS.asPredicate())
                .map(words -> name(file) + ": " + words);
    }

    private static Stream<String> pathVariables() {
        return Sources.java().stream()
                .flatMap(file -> PATH_VARIABLE.matcher(Sources.read(file)).results())
                .map(match -> match.group(1).equals("id") ? "thing" : match.group(1));
    }

    private static Stream<String> asked(Path file) {
        String source = Sources.read(file);
        boolean instant = file.toString().contains("instant");
        Pattern call = Pattern.compile(
                instant ? "(?:text|wording)\\.of\\(\"([\\w.-]+)\"[,)]" : "\\.text\\(\"([\\w.-]+)\"[,)]");
        return Stream.concat(
                call.matcher(source).results().map(match -> (instant ? "instant." : "") + match.group(1)),
                KEY.matcher(source).results().map(match -> match.group(1)));
    }

    private static Stream<String> literalWords(Path template) {
        String plain = Markup.plain(Sources.read(template));
        String text = plain.replaceAll("(?s)<!--.*?-->|<style.*?</style>|<script.*?</script>", " ")
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("&\\w+;", " ");
        Stream<String> visible =
                Pattern.compile("\\p{L}{2,}").matcher(text).results().map(MatchResult::group);
        Stream<String> told = Pattern.compile("(?:title|alt|placeholder|aria-label)=\"([^\"]*\\p{L}{2,}[^\"]*)\"")
                .matcher(plain)
                .results()
                .map(match -> match.group(1));
        return Stream.concat(visible, told).map(word -> Sources.TEMPLATES.relativize(template) + ": " + word);
    }

    private static Stream<Path> sources() {
        return Stream.concat(Sources.templates().stream(), Sources.java().stream());
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Set<String> keys() {
        var all = new Properties();
        for (Path file : Sources.files(Sources.RESOURCES.resolve("messages"), file -> true)) {
            try (var reader = Files.newBufferedReader(file)) {
                all.load(reader);
            } catch (IOException problem) {
                throw new java.io.UncheckedIOException(problem);
            }
        }
        return new TreeSet<>(all.stringPropertyNames());
    }
}
