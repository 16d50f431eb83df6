package org.upturn.server.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upturn.server.demo.DemoStories.MISS_FEEDBACK;
import static org.upturn.server.demo.DemoStories.nps;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upturn.server.cases.Subtype;
import org.upturn.server.demo.DemoStories.Answer;
import org.upturn.server.demo.DemoStories.Contact;
import org.upturn.server.demo.DemoStories.Interaction;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.kernel.Score;

class DemoStoriesTest {
    private static final String ARTS = "youth-arts";
    private static final String RELATIONSHIP = "relationship";
    private static final String LOGISTICS = "logistics";

    private final DemoStories stories = DemoStories.read();

    @Test
    void everyContactIsOnePersonWithAnAddressNobodyOwns() {
        assertThat(stories.contacts()).hasSize(184);
        assertThat(stories.contacts()).extracting(Contact::id).doesNotHaveDuplicates();
        assertThat(stories.contacts()).extracting(Contact::name).doesNotHaveDuplicates();
        assertThat(stories.contacts())
                .extracting(Contact::email)
                .doesNotHaveDuplicates()
                .allMatch(email -> email.matches("[a-z.-]+@example\\.(org|com)"));
        assertThat(stories.contacts())
                .allSatisfy(contact -> assertThat(contact.attributes()).hasSizeBetween(2, 3));
    }

    @Test
    void everyAnswerAndInteractionBelongsToAContact() {
        assertThat(stories.answers())
                .allSatisfy(answer ->
                        assertThat(stories.contact(answer.contact()).program()).isEqualTo(answer.program()));
        assertThat(stories.answers())
                .extracting(answer -> answer.wave() + " " + answer.contact())
                .doesNotHaveDuplicates();
        assertThat(stories.interactions()).allSatisfy(interaction -> {
            assertThat(interaction.kind()).isIn("ticket", "call", "meeting", "note", "document");
            assertThat(interaction.daysAgo())
                    .isBetween(1, stories.contact(interaction.contact()).knownSinceDays());
        });
    }

    @Test
    void noTwoPeopleUseTheSameWords() {
        assertThat(stories.answers().stream()
                        .map(answer -> answer.verbatim().toLowerCase(Locale.ROOT))
                        .filter(words -> !words.isEmpty()))
                .hasSizeGreaterThan(230)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameHundredAnswerEveryWaveOfTheResidency() {
        Set<String> hundred = stories.contacts(ARTS).stream().map(Contact::id).collect(toSet());
        assertThat(hundred).hasSize(100).contains("A-001", "A-100");
        assertThat(stories.wave(ARTS, "Week 1").keySet()).isEqualTo(hundred);
        assertThat(stories.wave(ARTS, "Week 3").keySet()).isEqualTo(hundred);
        assertThat(stories.wave(ARTS, "Week 7").keySet()).isEqualTo(hundred);
    }

    @Test
    void theResidencyFallsToMinusThreeAndComesBackToTwentyOne() {
        assertThat(npsOf(ARTS, "Week 1")).isEqualTo(new NetPromoterScore(28, 56, 16));
        assertThat(npsOf(ARTS, "Week 3")).isEqualTo(new NetPromoterScore(15, 67, 18));
        assertThat(npsOf(ARTS, "Week 7")).isEqualTo(new NetPromoterScore(33, 55, 12));
        assertThat(Stream.of("Week 1", "Week 3", "Week 7")
                        .map(wave -> npsOf(ARTS, wave).value()))
                .containsExactly(12.0, -3.0, 21.0);
    }

    @Test
    void fifteenOfTheEighteenDetractorsOfWeekThreeMissFeedback() {
        assertThat(ids(stories.detractors(ARTS, "Week 3")))
                .hasSize(18)
                .containsAll(MISS_FEEDBACK)
                .contains("A-035", "A-066", "A-079");
        assertThat(MISS_FEEDBACK).hasSize(15);
        assertThat(stories.wave(ARTS, "Week 3").get("A-079").verbatim()).isEmpty();
    }

    @Test
    void mostDetractorsOfWeekThreeAreConvertedAndFourAreChronic() {
        Map<Subtype, List<String>> subtypes = subtypes(ARTS, "Week 1", "Week 3");
        assertThat(subtypes.get(Subtype.CONVERTED)).hasSize(14);
        assertThat(subtypes.get(Subtype.CHRONIC)).containsExactlyInAnyOrder("A-014", "A-035", "A-044", "A-071");
    }

    @Test
    void missingFeedbackIsConcentratedAtOneSite() {
        assertThat(MISS_FEEDBACK.stream().filter(id -> site(id).equals("Eastgate Studio")))
                .hasSize(9);
        assertThat(stories.contacts(ARTS).stream()
                        .filter(contact -> site(contact.id()).equals("Eastgate Studio")))
                .hasSize(36);
    }

    @Test
    void nineOfTheFifteenRecoverAndCreditTheWeeklyCheckIns() {
        List<Answer> recovered = stories.wave(ARTS, "Week 7").values().stream()
                .filter(answer -> MISS_FEEDBACK.contains(answer.contact()))
                .filter(answer -> !answer.score().isDetractor())
                .toList();
        assertThat(ids(recovered))
                .containsExactlyInAnyOrder(
                        "A-003", "A-009", "A-018", "A-022", "A-031", "A-038", "A-052", "A-063", "A-086");
        assertThat(recovered).extracting(Answer::verbatim).allMatch(words -> words.matches("(?is).*check.ins?\\b.*"));
        assertThat(recovered.stream().filter(answer -> answer.score().group() == Group.PROMOTER))
                .hasSize(4);
    }

    @Test
    void aboutFortyFivePerCentOfContentPeopleLeaveNoWords() {
        assertThat(List.of("Week 1", "Week 3", "Week 7")).allSatisfy(wave -> {
            List<Answer> content = stories.wave(ARTS, wave).values().stream()
                    .filter(answer -> !answer.score().isDetractor())
                    .toList();
            long silent = content.stream()
                    .filter(answer -> answer.verbatim().isEmpty())
                    .count();
            assertThat((double) silent / content.size()).isBetween(0.42, 0.48);
        });
    }

    @Test
    void theNamedCastPlaysItsParts() {
        assertThat(stories.contacts(RELATIONSHIP)).hasSize(24);
        assertThat(scores("C-04801")).containsExactly(9, 10);
        assertThat(scores("C-04802")).containsExactly(7, 8);
        assertThat(scores("C-04812")).containsExactly(9, 4);
        assertThat(scores("C-04804")).containsExactly(3, 2);
        assertThat(scores("C-04805")).containsExactly(4);
        assertThat(Stream.of("C-04801", "C-04802", "C-04812", "C-04804", "C-04805")
                        .map(id -> stories.contact(id).name().split(" ")[0]))
                .containsExactly("Ada", "Ben", "Cleo", "Dan", "Eve");
    }

    @Test
    void cleoIsTheRecordOfTheGoldenCase() {
        Contact cleo = stories.contact("C-04812");
        assertThat(cleo.knownSinceDays()).isEqualTo(730);
        assertThat(cleo.attributes()).containsEntry("segment", "Mid-market").containsKeys("plan", "region");
        assertThat(stories.wave(RELATIONSHIP, "Q3").get("C-04812").verbatim())
                .isEqualTo("Team is using it. Already saving us hours per week.");
        assertThat(stories.wave(RELATIONSHIP, "Q4").get("C-04812").verbatim())
                .isEqualTo("Switched to manual workarounds after the last release. Three support tickets, no"
                        + " resolution. Looking at alternatives for renewal.");
        Map<String, List<Interaction>> history = stories.interactions().stream()
                .filter(interaction -> interaction.contact().equals("C-04812"))
                .collect(groupingBy(Interaction::kind));
        assertThat(history.get("ticket"))
                .hasSize(3)
                .allMatch(ticket -> ticket.daysAgo() <= 60)
                .allMatch(ticket -> ticket.title().startsWith("Ledger sync"));
        assertThat(history.get("note")).singleElement().satisfies(note -> {
            assertThat(note.title()).contains("QBR notes");
            assertThat(note.daysAgo()).isBetween(55, 65);
        });
    }

    @Test
    void everySubtypeIsAmongTheDetractorsOfQ4() {
        assertThat(npsOf(RELATIONSHIP, "Q3")).isEqualTo(new NetPromoterScore(10, 8, 4));
        assertThat(npsOf(RELATIONSHIP, "Q4")).isEqualTo(new NetPromoterScore(9, 8, 7));
        Map<Subtype, List<String>> subtypes = subtypes(RELATIONSHIP, "Q3", "Q4");
        assertThat(subtypes.get(Subtype.CONVERTED)).containsExactlyInAnyOrder("C-04812", "C-04815", "C-04822");
        assertThat(subtypes.get(Subtype.CHRONIC)).containsExactlyInAnyOrder("C-04804", "C-04819");
        assertThat(subtypes.get(Subtype.NEW)).containsExactlyInAnyOrder("C-04805", "C-04809");
    }

    @Test
    void anOverallThirtyHidesLastMileAtFive() {
        Map<String, List<Answer>> services = stories.wave(LOGISTICS, "Autumn").values().stream()
                .collect(groupingBy(
                        answer -> stories.contact(answer.contact()).attributes().get("service")));
        assertThat(nps(services.get("Last Mile"))).isEqualTo(new NetPromoterScore(14, 14, 12));
        assertThat(nps(services.get("Warehousing"))).isEqualTo(new NetPromoterScore(17, 2, 1));
        assertThat(npsOf(LOGISTICS, "Autumn")).isEqualTo(new NetPromoterScore(31, 16, 13));
        assertThat(npsOf(LOGISTICS, "Autumn").value()).isEqualTo(30.0);
        assertThat(nps(services.get("Last Mile")).value()).isEqualTo(5.0);
        assertThat(nps(services.get("Warehousing")).value()).isEqualTo(80.0);
    }

    private NetPromoterScore npsOf(String program, String wave) {
        return nps(stories.wave(program, wave).values());
    }

    private String site(String contact) {
        return stories.contact(contact).attributes().get("site");
    }

    private List<Integer> scores(String contact) {
        return stories.answers().stream()
                .filter(answer -> answer.contact().equals(contact))
                .map(answer -> answer.score().value())
                .toList();
    }

    private Map<Subtype, List<String>> subtypes(String program, String before, String now) {
        Map<String, Answer> earlier = stories.wave(program, before);
        return stories.detractors(program, now).stream()
                .map(Answer::contact)
                .collect(groupingBy(id -> Subtype.of(earlierScores(earlier.get(id)))));
    }

    private static List<Score> earlierScores(@Nullable Answer earlier) {
        return earlier == null ? List.of() : List.of(earlier.score());
    }

    private static List<String> ids(Collection<Answer> answers) {
        return answers.stream().map(Answer::contact).toList();
    }
}
