package org.upturn.server.verbatims.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.upturn.engine.Question;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.TeamCodebook;
import org.upturn.server.verbatims.VerdictRepository;
import org.upturn.server.verbatims.reader.Lessons;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/**
 * The review queue: yes-or-no questions about the latest verbatims, those first that teach most. Themes of which least is
 * known come first, one question each in turn.
 */
@Service
public class Reviews {
    /** So many of the latest verbatims are asked about. */
    static final int LATEST = 200;

    private static final int EACH = 8;

    /** Of the eight questions about a theme, which span from surely there to hardly there, the middle ones first. */
    private static final int[] ORDER = {4, 2, 6, 0, 3, 5, 1, 7};

    private static final int MOST_SKIPPED = 2_000;

    private final Responses responses;
    private final Codebooks codebooks;
    private final Lessons lessons;
    private final VerdictRepository verdicts;
    private final Map<MemberId, Set<Key>> skipped = new ConcurrentHashMap<>();

    private record Key(ResponseId response, String theme) {}

    Reviews(Responses responses, Codebooks codebooks, Lessons lessons, VerdictRepository verdicts) {
        this.responses = responses;
        this.codebooks = codebooks;
        this.lessons = lessons;
        this.verdicts = verdicts;
    }

    /**
     * Is this theme in this answer?
     *
     * @param probability what the engine thinks so far, 0…1
     */
    public record Asked(Response answer, String theme, double probability) {}

    /**
     * The next questions for somebody, without those that this person skipped.
     *
     * @param theme null for all themes
     */
    public List<Asked> next(Member member, ProgramId program, @Nullable String theme, int most) {
        TeamCodebook codebook = codebooks.active(member.workspace(), program);
        Map<String, Response> answers = responses.latestWithWords(member.workspace(), program, LATEST).stream()
                .collect(Collectors.toMap(
                        one -> one.verbatim().strip(),
                        Function.identity(),
                        (first, again) -> first,
                        LinkedHashMap::new));
        List<String> texts = List.copyOf(answers.keySet());
        Set<Key> unwanted = skipped.getOrDefault(member.id(), Set.of());
        Map<String, List<Asked>> byTheme = lessons.ask(member.workspace(), codebook, texts, EACH).stream()
                .filter(one -> theme == null || one.theme().equals(theme))
                .map(one -> asked(one, answers.get(texts.get(one.number()))))
                .filter(one -> !unwanted.contains(new Key(one.answer().id(), one.theme())))
                .collect(Collectors.groupingBy(Asked::theme, LinkedHashMap::new, Collectors.toList()));
        return inTurn(byTheme, verdicts.counts(member.workspace(), codebook.id()), most);
    }

    private static Asked asked(Question question, Response answer) {
        return new Asked(answer, question.theme(), question.probability());
    }

    private static List<Asked> inTurn(Map<String, List<Asked>> byTheme, Map<String, Long> judged, int most) {
        List<String> themes = byTheme.keySet().stream()
                .sorted(Comparator.comparing(theme -> judged.getOrDefault(theme, 0L)))
                .toList();
        var turn = new ArrayList<Asked>();
        for (int round = 0; round < EACH && turn.size() < most; round++) {
            for (String theme : themes) {
                List<Asked> questions = byTheme.get(theme);
                int place = ORDER[round] * questions.size() / EACH;
                Asked next = questions.get(place);
                if (turn.size() < most && !turn.contains(next)) {
                    turn.add(next);
                }
            }
        }
        return turn;
    }

    /** Doesn't ask this person this question again until the server starts anew. */
    public void skip(Member member, ResponseId response, String theme) {
        Set<Key> mine = skipped.computeIfAbsent(member.id(), absent -> ConcurrentHashMap.newKeySet());
        if (mine.size() < MOST_SKIPPED) {
            mine.add(new Key(response, theme));
        }
    }
}
