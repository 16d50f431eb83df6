package org.upturn.server.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.kernel.Score;

/** The demo workspace's three files, as they stand. */
record DemoStories(List<Contact> contacts, List<Answer> answers, List<Interaction> interactions) {

    /** The fifteen of S1-G1: detractors of week 3 whose words name the missing feedback of their instructor. */
    static final Set<String> MISS_FEEDBACK = Set.of(
            "A-003", "A-009", "A-014", "A-018", "A-022", "A-027", "A-031", "A-038", "A-044", "A-052", "A-057", "A-063",
            "A-071", "A-086", "A-094");

    record Contact(
            String program,
            String id,
            String name,
            String email,
            String account,
            int knownSinceDays,
            Map<String, String> attributes) {}

    record Answer(String program, String wave, String contact, Score score, int hoursAfterOpen, String verbatim) {}

    record Interaction(String contact, String kind, int daysAgo, String title, String body) {}

    static DemoStories read() {
        return new DemoStories(
                rows("contacts.csv").stream().map(DemoStories::contact).toList(),
                rows("answers.csv").stream().map(DemoStories::answer).toList(),
                rows("interactions.csv").stream().map(DemoStories::interaction).toList());
    }

    List<Contact> contacts(String program) {
        return contacts.stream()
                .filter(contact -> contact.program.equals(program))
                .toList();
    }

    Contact contact(String id) {
        return contacts.stream()
                .filter(contact -> contact.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The answers of one wave, by contact. */
    Map<String, Answer> wave(String program, String wave) {
        return answers.stream()
                .filter(answer -> answer.program.equals(program) && answer.wave.equals(wave))
                .collect(Collectors.toMap(Answer::contact, answer -> answer));
    }

    List<Answer> detractors(String program, String wave) {
        return wave(program, wave).values().stream()
                .filter(answer -> answer.score.isDetractor())
                .toList();
    }

    static NetPromoterScore nps(Iterable<Answer> answers) {
        NetPromoterScore nps = NetPromoterScore.NONE;
        for (Answer answer : answers) {
            nps = nps.plus(answer.score);
        }
        return nps;
    }

    private static Contact contact(NamedCsvRecord row) {
        Map<String, String> attributes = Arrays.stream(
                        row.getField("attributes").split(";"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new Contact(
                row.getField("program"),
                row.getField("external_id"),
                row.getField("name"),
                row.getField("email"),
                row.getField("account"),
                Integer.parseInt(row.getField("known_since_days")),
                attributes);
    }

    private static Answer answer(NamedCsvRecord row) {
        return new Answer(
                row.getField("program"),
                row.getField("wave"),
                row.getField("external_id"),
                new Score(Integer.parseInt(row.getField("score"))),
                Integer.parseInt(row.getField("hours_after_open")),
                row.getField("verbatim"));
    }

    private static Interaction interaction(NamedCsvRecord row) {
        return new Interaction(
                row.getField("external_id"),
                row.getField("kind"),
                Integer.parseInt(row.getField("days_ago")),
                row.getField("title"),
                row.getField("body"));
    }

    private static List<NamedCsvRecord> rows(String file) {
        InputStream stream = DemoStories.class.getResourceAsStream("/demo/" + file);
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
