package org.upturn.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.learning.Example;
import org.upturn.engine.learning.Head;

/**
 * Learns the themes of one codebook from people's yes and no, and says which questions would teach most.
 *
 * <p>What is learned depends on the judgements alone, not on their order or on what was learned before; only where two of
 * them contradict each other, the later wins. A learner remembers how it read the last {@value #KEPT_TEXTS} texts and the
 * heads it fitted, so that one more answer costs the fitting of one theme. Thread-safe.
 */
public final class Learner {
    private static final int KEPT_TEXTS = 20_000;

    private final Reader reader;
    private final Codebook codebook;
    private final ReentrantLock learning = new ReentrantLock();
    private final Map<String, Lesson> lessons = new HashMap<>();
    private final Map<String, Traits> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Traits> eldest) {
            return size() > KEPT_TEXTS;
        }
    };

    Learner(Reader reader, Codebook codebook) {
        this.reader = reader;
        this.codebook = codebook;
    }

    /** The answers to one theme, by text, and what was learned from them. */
    private record Lesson(
            Map<String, Boolean> answers, @Nullable Head head) {}

    /**
     * Learns from all judgements given so far.
     *
     * @throws IllegalArgumentException when the codebook does not have a theme that is judged
     */
    public Learned learn(List<Judgement> judgements) {
        Map<String, Map<String, Boolean>> byTheme = new LinkedHashMap<>();
        Map<String, Map<String, Boolean>> byText = new HashMap<>();
        codebook.themes().forEach(theme -> byTheme.put(theme.id(), new TreeMap<>()));
        for (Judgement judgement : judgements) {
            Map<String, Boolean> answers = byTheme.get(judgement.theme());
            if (answers == null) {
                throw new IllegalArgumentException("The codebook has no theme '" + judgement.theme() + "'.");
            }
            String text = judgement.text().strip();
            answers.put(text, judgement.yes());
            byText.computeIfAbsent(text, unseen -> new HashMap<>()).put(judgement.theme(), judgement.yes());
        }
        learning.lock();
        try {
            return new Learned(heads(byTheme), byText);
        } finally {
            learning.unlock();
        }
    }

    /**
     * The few questions whose answers teach most, at most {@code each} for a theme, in the codebook's order; what people
     * judged already is not asked.
     *
     * @param texts texts that wait to be judged; the same texts give the same questions
     */
    public List<Question> ask(Learned learned, List<String> texts, int each) {
        List<@Nullable Traits> read = new ArrayList<>();
        learning.lock();
        try {
            texts.forEach(text -> read.add(traits(text.strip())));
        } finally {
            learning.unlock();
        }
        Questions questions = new Questions(texts, read, learned);
        return codebook.themes().stream()
                .flatMap(theme -> questions.about(theme.id(), each).stream())
                .toList();
    }

    private Map<String, Head> heads(Map<String, Map<String, Boolean>> byTheme) {
        List<String> changed = byTheme.keySet().stream()
                .filter(theme -> !byTheme.get(theme).equals(answers(theme)))
                .toList();
        Map<String, List<Example>> examples = new LinkedHashMap<>();
        changed.forEach(theme -> examples.put(theme, examples(theme, byTheme.get(theme))));
        changed.parallelStream()
                .map(theme ->
                        Map.entry(theme, new Lesson(byTheme.get(theme), head(examples.getOrDefault(theme, List.of())))))
                .toList()
                .forEach(lesson -> lessons.put(lesson.getKey(), lesson.getValue()));
        Map<String, Head> heads = new HashMap<>();
        lessons.forEach((theme, lesson) -> {
            if (lesson.head() != null) {
                heads.put(theme, lesson.head());
            }
        });
        return heads;
    }

    private Map<String, Boolean> answers(String theme) {
        Lesson lesson = lessons.get(theme);
        return lesson == null ? Map.of() : lesson.answers();
    }

    private static @Nullable Head head(List<Example> examples) {
        return examples.isEmpty() ? null : Head.of(examples);
    }

    /** In the order of the texts' letters. A text in which there is nothing to read teaches nothing. */
    private List<Example> examples(String theme, Map<String, Boolean> answers) {
        List<Example> examples = new ArrayList<>();
        answers.forEach((text, yes) -> {
            Traits traits = traits(text);
            if (traits != null) {
                examples.add(new Example(
                        traits.inputs(traits.prior(theme)), yes, Math.floorMod(text.hashCode(), Head.FOLDS)));
            }
        });
        return examples;
    }

    private @Nullable Traits traits(String text) {
        Traits traits = known.get(text);
        if (traits == null) {
            traits = reader.traits(codebook, text);
            if (traits != null) {
                known.put(text, traits);
            }
        }
        return traits;
    }
}
