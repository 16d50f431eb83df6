package org.upturn.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.interactions.Interaction;
import org.upturn.server.kernel.Moment;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.responses.ReviewPlace;
import org.upturn.server.surveys.Wave;
import org.upturn.server.tracks.TrackSettings;
import org.upturn.server.tracks.Tracks;
import org.upturn.server.tracks.greetings.Greeting;
import org.upturn.server.tracks.greetings.Greetings;
import org.upturn.server.tracks.greetings.Milestone;
import org.upturn.server.tracks.passives.Passives;
import org.upturn.server.tracks.promoters.Advocate;
import org.upturn.server.tracks.promoters.Advocates;
import org.upturn.server.tracks.promoters.Promoters;
import org.upturn.server.tracks.promoters.Referrals;
import org.upturn.server.tracks.promoters.Testimonials;
import org.upturn.server.workspaces.Member;

/** Everyone else in the stories: a passive who is rung up, a promoter who sends a friend and may be quoted. */
@Component
class DemoTracks {
    private final Tracks tracks;
    private final Passives passives;
    private final Promoters promoters;
    private final Advocates advocates;
    private final Testimonials testimonials;
    private final Referrals referrals;
    private final Responses responses;
    private final Greetings greetings;
    private final Contacts contacts;

    DemoTracks(
            Tracks tracks,
            Passives passives,
            Promoters promoters,
            Advocates advocates,
            Testimonials testimonials,
            Referrals referrals,
            Responses responses,
            Greetings greetings,
            Contacts contacts) {
        this.tracks = tracks;
        this.passives = passives;
        this.promoters = promoters;
        this.advocates = advocates;
        this.testimonials = testimonials;
        this.referrals = referrals;
        this.responses = responses;
        this.greetings = greetings;
        this.contacts = contacts;
    }

    /** @param wave the newest of the customer relationship @param now when it happens */
    void tell(Map<String, Member> team, Map<String, Contact> people, Wave wave, Instant now) {
        Moment.at(now, () -> {
            offer(team.get("olga"), wave);
            drift(team, people, wave);
            praise(team.get("marco"), people.get("C-04808"), wave);
            advocate(team, people.get("C-04801"), wave);
            greet(team.get("olga"), people, wave, LocalDate.ofInstant(now, ZoneOffset.UTC));
        });
    }

    /** Birthdays are known only now, after the answers, so that no segment is made of them. */
    private void greet(Member by, Map<String, Contact> people, Wave wave, LocalDate today) {
        Map.of("C-04801", 3, "C-04806", 11, "C-04817", 19)
                .forEach((who, days) -> contacts.change(
                        by,
                        people.get(who).id(),
                        Map.of(
                                "attributes",
                                Map.of(
                                        "birthday",
                                        today.plusDays(days).minusYears(40).toString())),
                        null));
        greetings.save(
                by,
                wave.program(),
                List.of(
                        new Greeting(Milestone.KNOWN_SINCE, "", "", "", ""),
                        new Greeting(Milestone.BIRTHDAY, "birthday", "", "", "")));
    }

    private void offer(Member by, Wave wave) {
        tracks.save(
                by,
                wave.program(),
                new TrackSettings(
                        "https://acme.example.org/welcome",
                        "One month free for each of you.",
                        List.of(
                                new ReviewPlace("Google", "https://reviews.example.org/google/acme"),
                                new ReviewPlace("G2", "https://reviews.example.org/g2/acme"))));
    }

    private void drift(Map<String, Member> team, Map<String, Contact> people, Wave wave) {
        Contact marcus = people.get("C-04810");
        passives.give(
                team.get("olga"), wave.program(), marcus.id(), team.get("nadia").id());
        passives.touch(
                team.get("nadia"),
                wave.program(),
                marcus.id(),
                Interaction.Kind.CALL,
                "Rang Marcus about the audit page. A bookmark that leads straight to it would do; his auditors come on the 12th.");
        passives.give(
                team.get("olga"),
                wave.program(),
                people.get("C-04813").id(),
                team.get("marco").id());
    }

    private void praise(Member by, Contact person, Wave wave) {
        promoters.handOver(by, answer(by, person, wave));
    }

    private void advocate(Map<String, Member> team, Contact ada, Wave wave) {
        Member by = team.get("nadia");
        promoters.handOver(by, answer(by, ada, wave));
        Advocate advocate = advocates.of(by.workspace(), wave.program(), ada.id());
        testimonials.give(
                advocate,
                new Testimonials.Told(
                        "Four regions live and the rollout to the fifth took an afternoon.",
                        ada.name(),
                        ada.account() == null ? "" : ada.account(),
                        List.of("website", "sales"),
                        "en",
                        true));
        for (int visit = 0; visit < 4; visit++) {
            referrals.visit(advocate);
        }
        referrals.note(team.get("olga"), wave.program(), advocate.code(), "Invoice 2291");
    }

    private ResponseId answer(Member by, Contact person, Wave wave) {
        return responses.ofContact(by.workspace(), person.id()).stream()
                .filter(one -> one.wave().equals(wave.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
