package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.upturn.engine.recode.Visitor;

/** What is coded a thousand at a time is what is read one by one. */
class RecoderTests {
    private static final List<String> TEXTS = new ArrayList<>();
    private static final List<Meaning> MEANINGS = new ArrayList<>();
    private static final Recoder RECODER = Loaded.READER.recoder();

    @BeforeAll
    static void addTexts() {
        StoredMeaningTests.texts().forEach(TEXTS::add);
        for (String text : TEXTS) {
            Meaning meaning = Loaded.READER.meaning(text);
            MEANINGS.add(meaning);
            RECODER.add(RECODER.remembered(Verbatim.of(text), meaning));
        }
    }

    /** Probabilities of the candidates, by theme. */
    private static Map<Integer, Map<String, Double>> recoded(Codebook codebook) {
        Map<Integer, Map<String, Double>> found = new ConcurrentHashMap<>();
        RECODER.recode(codebook, text -> {
            Map<String, Double> candidates = new HashMap<>();
            for (int theme = 0; theme < codebook.themes().size(); theme++) {
                if (text.probability(theme) >= ThemeJudge.CANDIDATE) {
                    candidates.put(codebook.themes().get(theme).id(), text.probability(theme));
                }
            }
            found.put(text.text(), candidates);
        });
        return found;
    }

    private static Map<String, Double> read(Codebook codebook, int text) {
        return Loaded.READER
                .read(codebook, Learned.NOTHING, Verbatim.of(TEXTS.get(text)), MEANINGS.get(text))
                .codings()
                .stream()
                .collect(Collectors.toMap(Coding::theme, Coding::probability));
    }

    private static Codebook with(Codebook codebook, int place, String description, List<String> examples) {
        List<Theme> themes = new ArrayList<>(codebook.themes());
        Theme old = themes.get(place);
        themes.set(place, new Theme(old.id(), old.name(), description, examples, old.gap(), old.owner()));
        return new Codebook(codebook.name(), themes);
    }

    private static void assertSameAsRead(Codebook codebook, Map<Integer, Map<String, Double>> found) {
        assertThat(found).hasSize(TEXTS.size());
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(found.get(i))
                    .as(TEXTS.get(i).substring(0, Math.min(80, TEXTS.get(i).length())))
                    .isEqualTo(read(codebook, i));
        }
    }

    @Test
    void codesAHistoryAsItIsRead() {
        assertThat(RECODER.clauses()).as("more than one block").isGreaterThan(1_100);
        for (Codebook codebook : List.of(
                Loaded.COMPANY,
                Loaded.PROGRAM,
                new Codebook("One", Loaded.COMPANY.themes().subList(0, 1)),
                new Codebook("Five", Loaded.PROGRAM.themes().subList(0, 5)))) {
            assertSameAsRead(codebook, recoded(codebook));
        }
    }

    @Test
    void codesOneThemeAsItIsReadAmongTheOthersAlsoWhenItWasChanged() {
        Codebook rare = with(Loaded.COMPANY, 3, "Zeppelins and marmalade", List.of());
        Codebook shared = with(Loaded.COMPANY, 3, "The app is slow and support never answers", List.of());
        recoded(Loaded.COMPANY);
        for (Codebook codebook : List.of(Loaded.COMPANY, rare, shared, Loaded.PROGRAM)) {
            String theme = codebook.themes().get(3).id();
            double[] found = new double[TEXTS.size()];
            RECODER.recode(codebook, theme, text -> found[text.text()] = text.probability(0));
            for (int i = 0; i < TEXTS.size(); i++) {
                double read = read(codebook, i).getOrDefault(theme, 0.0);
                assertThat(found[i] < ThemeJudge.CANDIDATE ? 0 : found[i]).isEqualTo(read);
            }
        }
    }

    @Test
    void whatAVisitorThrowsIsTold() {
        Visitor breaking = text -> {
            throw new IllegalArgumentException("no");
        };
        assertThatThrownBy(() -> RECODER.recode(Loaded.COMPANY, breaking)).hasRootCauseMessage("no");
    }

    @Test
    void aThemeThatIsNotThereAndAnotherTextAreRefused() {
        assertThatThrownBy(() -> RECODER.recode(Loaded.COMPANY, "nowhere", text -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        Meaning meaning = Loaded.READER.meaning("A text");
        assertThatThrownBy(() -> RECODER.remembered(Verbatim.of("Another"), meaning))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
