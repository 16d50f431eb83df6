package org.upturn.server.tracks.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.responses.web.AnswerPageMaker;
import org.upturn.server.tracks.Tracks;
import org.upturn.server.tracks.promoters.Advocate;
import org.upturn.server.tracks.promoters.Advocates;
import org.upturn.server.tracks.promoters.Testimonial;
import org.upturn.server.tracks.promoters.Testimonials;
import org.upturn.server.workspaces.Workspaces;

/** Puts the page of a promoter together, in the language in which they answered. */
@Component
class AdvocateViews {
    private final Advocates advocates;
    private final Tracks tracks;
    private final Testimonials testimonials;
    private final Responses responses;
    private final Contacts contacts;
    private final Workspaces workspaces;
    private final AnswerPageMaker pages;

    AdvocateViews(
            Advocates advocates,
            Tracks tracks,
            Testimonials testimonials,
            Responses responses,
            Contacts contacts,
            Workspaces workspaces,
            AnswerPageMaker pages) {
        this.advocates = advocates;
        this.tracks = tracks;
        this.testimonials = testimonials;
        this.responses = responses;
        this.contacts = contacts;
        this.workspaces = workspaces;
        this.pages = pages;
    }

    /** What stands, else what they said and who they are, to begin with. */
    AdvocateView fresh(Advocate by, String done) {
        Testimonial given = testimonials.of(by).orElse(null);
        if (given != null) {
            List<String> places =
                    given.places().stream().map(Testimonial.Place::word).toList();
            var told = new Testimonials.Told(given.words(), given.name(), given.role(), places, "", false);
            return view(by, given, told, done, null);
        }
        Contact person = contacts.find(by.workspace(), by.contact());
        String account = person.account() == null ? "" : person.account();
        String words = latest(by)
                .filter(one -> one.score().group() == Group.PROMOTER)
                .map(Response::verbatim)
                .orElse("");
        String begin = words.length() > Testimonials.LONGEST_WORDS ? "" : words;
        return view(by, null, new Testimonials.Told(begin, person.name(), account, List.of(), "", false), done, null);
    }

    /** What was typed, and what to mend. */
    AdvocateView again(Advocate by, Testimonials.Told told, Problem problem) {
        return view(by, testimonials.of(by).orElse(null), told, "", problem);
    }

    private AdvocateView view(
            Advocate by,
            @org.jspecify.annotations.Nullable Testimonial given,
            Testimonials.Told told,
            String done,
            @org.jspecify.annotations.Nullable Problem problem) {
        var settings = tracks.settings(by.workspace(), by.program());
        String base =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return new AdvocateView(
                pages.nobody(language(by)),
                workspaces.find(by.workspace()).name(),
                advocates.path(by.id()),
                settings,
                settings.refers() ? base + "/r/" + by.code() : "",
                given,
                told.words(),
                told.name(),
                told.role(),
                told.places(),
                done.matches("given|withdrawn") ? done : "",
                problem == null ? null : problem.message());
    }

    String language(Advocate by) {
        return latest(by).map(Response::language).orElse("en");
    }

    private Optional<Response> latest(Advocate by) {
        return responses.ofContact(by.workspace(), by.contact()).stream()
                .filter(one -> one.program().equals(by.program()))
                .max(java.util.Comparator.comparing(Response::answeredAt));
    }
}
