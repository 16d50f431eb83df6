package org.upturn.server.instant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All answers of a file, put in order person by person and wave by wave.
 *
 * <p>The rule. With waves (a column, or {@code --wave quarter}), of several answers of one person in one wave the latest
 * counts and the others are edits, which count nowhere. Without waves the file is one collection and each answer of a
 * person is a wave of its own, in the order of the dates or, without dates, of the rows. NPS counts every answer that is
 * not an edit. The list of detractors holds people, not rows: a person is on it when their latest answer is 0–6, judged
 * against their most recent earlier answer. Rows without a contact are each a person of their own.
 *
 * @param answers every answer that counts, in the order of the file
 * @param edits how many answers were replaced by a later one of the same person in the same wave
 * @param waves their names in the order of time; empty without waves
 */
record History(List<Judged> answers, long edits, List<String> waves) {
    private static final Comparator<Answer> TIME = Comparator.comparing(
                    Answer::when, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Answer::row);

    static History of(List<Answer> answers) {
        List<String> waves = WaveOrder.of(answers);
        Map<String, Integer> place = new HashMap<>();
        waves.forEach(wave -> place.put(wave, place.size()));
        Comparator<Answer> order = Comparator.<Answer>comparingInt(answer -> place.getOrDefault(answer.wave(), 0))
                .thenComparing(TIME);
        List<Judged> judged = new ArrayList<>();
        for (List<Answer> person : people(answers)) {
            judged.addAll(judge(latestOfEachWave(person.stream().sorted(order).toList())));
        }
        judged.sort(Comparator.comparingLong(each -> each.answer().row()));
        return new History(judged, answers.size() - judged.size(), waves);
    }

    private static Iterable<List<Answer>> people(List<Answer> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.contact() == null ? (Object) answer.row() : answer.contact(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private static List<Answer> latestOfEachWave(List<Answer> inOrder) {
        Map<Object, Answer> latest = new LinkedHashMap<>();
        for (Answer answer : inOrder) {
            latest.put(answer.wave().isEmpty() ? (Object) answer.row() : answer.wave(), answer);
        }
        return List.copyOf(latest.values());
    }

    private static List<Judged> judge(List<Answer> inOrder) {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            List<Answer> earlier = inOrder.subList(0, i).reversed();
            judged.add(new Judged(inOrder.get(i), List.copyOf(earlier), i == inOrder.size() - 1));
        }
        return judged;
    }
}
