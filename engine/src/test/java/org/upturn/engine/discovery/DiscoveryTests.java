package org.upturn.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DiscoveryTests {
    @Test
    void findsWhatWasPlantedWithoutBeingToldHowMany() {
        List<Group> groups = Planted.discover(Planted.entries(), 4);
        assertThat(groups).hasSizeBetween(4, 6);
        for (Group group : groups) {
            Map<String, Long> kinds = group.ids().stream()
                    .collect(Collectors.groupingBy(id -> id.replaceAll("-.*", ""), Collectors.counting()));
            assertThat(Collections.max(kinds.values()))
                    .as("%s: %s", group.label(), group.ids())
                    .isGreaterThanOrEqualTo(group.size() - 1);
        }
        assertThat(groups.stream().flatMap(group -> group.ids().stream()).distinct())
                .hasSizeGreaterThan(26);
    }

    @Test
    void namesGroupsByTheirOwnWordsAndTheLargestFirst() {
        List<Group> groups = Planted.discover(Planted.entries(), 4);
        String terms = groups.stream().flatMap(group -> group.terms().stream()).collect(Collectors.joining(" "));
        assertThat(terms)
                .containsPattern("invoice|bill")
                .containsPattern("app|crash")
                .containsPattern("parcel|deliver");
        assertThat(groups).isSortedAccordingTo((a, b) -> b.size() - a.size());
        assertThat(groups).extracting(Group::number).first().isEqualTo(1);
        assertThat(groups).allSatisfy(group -> {
            assertThat(group.terms()).hasSizeBetween(1, 6).doesNotHaveDuplicates();
            assertThat(group.label()).startsWith(group.terms().getFirst());
        });
    }

    @Test
    void quotesWordsThatStandInTheText() {
        Map<String, String> texts = Planted.entries().stream().collect(Collectors.toMap(Entry::id, Entry::text));
        for (Group group : Planted.discover(Planted.entries(), 4)) {
            assertThat(group.quotations()).hasSizeBetween(4, 5);
            for (Quotation quotation : group.quotations()) {
                assertThat(group.ids()).contains(quotation.id());
                assertThat(quotation.in(texts.get(quotation.id()))).isNotBlank();
            }
        }
    }

    @Test
    void givesTheSameGroupsInWhateverOrderTheTextsCome() {
        List<Entry> shuffled = new ArrayList<>(Planted.entries());
        List<Group> expected = Planted.discover(shuffled, 3);
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            List<Group> groups = Planted.discover(shuffled, 3);
            assertThat(groups)
                    .extracting(Group::terms)
                    .isEqualTo(expected.stream().map(Group::terms).toList());
            assertThat(groups)
                    .extracting(group -> Set.copyOf(group.ids()))
                    .isEqualTo(expected.stream()
                            .map(group -> Set.copyOf(group.ids()))
                            .toList());
            assertThat(groups)
                    .extracting(Group::quotations)
                    .isEqualTo(expected.stream().map(Group::quotations).toList());
        }
    }

    @Test
    void leavesOutWhatIsLikeNothingElse() {
        List<Entry> entries = Planted.entries();
        Planted.add(
                entries,
                "noise",
                List.of("asdf qwer zxcv", "My grandmother plays the cello", "Lorem ipsum dolor", "42"));
        List<Group> groups = Planted.discover(entries, 4);
        assertThat(groups.stream().flatMap(group -> group.ids().stream()).filter(id -> id.startsWith("noise")))
                .hasSizeLessThan(2);
    }

    @Test
    void takesALongTextApartSoThatItCanBeInSeveralGroups() {
        List<Entry> entries = Planted.entries();
        for (int i = 0; i < 8; i++) {
            entries.add(new Entry(
                    "both-" + i,
                    Planted.CRASHES.get(i) + ". " + Planted.INVOICES.get(i)
                            + " and it has been going on like this for quite a while now, I must say."));
        }
        List<Group> groups = Planted.discover(entries, 4);
        assertThat(groups.stream().flatMap(group -> group.ids().stream().filter("both-0"::equals)))
                .hasSizeGreaterThan(1);
    }

    @Test
    void aThingSaidOftenInTheSameWordsIsAGroup() {
        List<Entry> entries = IntStream.range(0, 1_000)
                .mapToObj(i -> new Entry("" + i, "Too expensive"))
                .toList();
        List<Group> groups = Planted.discover(entries, 5);
        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().size()).isEqualTo(1_000);
        assertThat(groups.getFirst().label()).isEqualTo("expensive");
    }

    @Test
    void readsHostileTextsWithoutFailing() {
        List<Entry> entries = Planted.entries();
        Planted.add(
                entries,
                "hostile",
                List.of(
                        "",
                        " ",
                        "😀😀😀",
                        "\uD83D lone \uDE00",
                        "\u200B\u200E",
                        "<b>x</b>'; drop table",
                        "a".repeat(1_000_000),
                        "no way ".repeat(150_000),
                        "שלום עולם",
                        "@@@ http:// @a"));
        assertThat(Planted.discover(entries, 2)).isNotEmpty();
        for (Entry entry : entries.subList(entries.size() - 10, entries.size())) {
            assertThat(Planted.discover(List.of(entry), 1)).hasSizeLessThan(2);
        }
        assertThat(Planted.discover(List.of(), 5)).isEmpty();
    }
}
