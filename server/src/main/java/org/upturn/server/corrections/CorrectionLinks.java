package org.upturn.server.corrections;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.AnswerCorrections;
import org.upturn.server.responses.Given;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;

/** The other side: what a person finds behind a correction link, and what they say there. */
@Service
public class CorrectionLinks {
    private final CorrectionRepository repository;
    private final CorrectionCourses courses;
    private final CorrectionWords texts;
    private final Candidates candidates;
    private final Responses responses;
    private final AnswerCorrections answers;
    private final Contacts contacts;
    private final Invitations invitations;
    private final Clock clock;

    CorrectionLinks(
            CorrectionRepository repository,
            CorrectionCourses courses,
            CorrectionWords texts,
            Candidates candidates,
            Responses responses,
            AnswerCorrections answers,
            Contacts contacts,
            Invitations invitations,
            Clock clock) {
        this.repository = repository;
        this.courses = courses;
        this.texts = texts;
        this.candidates = candidates;
        this.responses = responses;
        this.answers = answers;
        this.contacts = contacts;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * What a link leads to.
     *
     * @param suggestion the e-mail address that may have been meant; only where that is asked
     */
    public record Opened(
            WorkspaceId workspace,
            Correction correction,
            Response response,
            Contact contact,
            @Nullable String suggestion) {}

    /**
     * What a person says; only what was asked for counts.
     *
     * @param values of the question that was asked
     */
    public record Part(@Nullable Score score, String words, List<String> values, String email) {}

    /** Empty for a forged or mistyped link, and for a link of another kind. */
    public Optional<Opened> find(String token) {
        return repository.findByToken(token).map(found -> {
            Correction correction = found.correction();
            Contact contact = contacts.find(found.workspace(), correction.contact());
            return new Opened(
                    found.workspace(),
                    correction,
                    responses.find(found.workspace(), correction.response()),
                    contact,
                    correction.reason() == Reason.EMAIL ? candidates.suggestion(found.workspace(), contact) : null);
        });
    }

    /** Whose invitation stands behind it. */
    public Invited invited(Opened opened) {
        return invitations.ofAnswer(
                opened.workspace(),
                opened.response().wave(),
                opened.correction().contact());
    }

    /** What is asked, in this language. */
    public String request(Opened opened, String language) {
        Correction correction = opened.correction();
        return texts.request(correction.reason(), correction.words(), CorrectionWords.language(language));
    }

    /** Why nothing can be said here any more; null while something can. */
    public @Nullable Problem refusal(Opened opened) {
        return switch (opened.correction().state(clock.instant())) {
            case WAITING, OPENED -> null;
            case ANSWERED -> Problem.conflict("problem.correction.used");
            case EXPIRED -> Problem.conflict("problem.correction.expired");
            case SETTLED, WITHDRAWN, SKIPPED -> Problem.conflict("problem.correction.needless");
        };
    }

    /** A person, not a machine, has the page open. */
    public void opened(Opened opened) {
        courses.markOpened(opened.workspace(), opened.correction().id(), clock.instant());
    }

    /** Takes what the person says, once. @throws Problem when it is over, or nothing was said */
    @Transactional
    public void answer(Opened opened, Part part) {
        Problem over = refusal(opened);
        if (over != null) {
            throw over;
        }
        Correction correction = opened.correction();
        check(correction, part, opened.response().verbatim());
        if (!courses.end(opened.workspace(), correction.id(), "answered", clock.instant())) {
            throw Problem.conflict("problem.correction.used");
        }
        int version = correction.part().equals(Correction.EMAIL)
                ? mend(opened, part)
                : answers.correct(opened.workspace(), correction.response(), known -> changed(correction, known, part))
                        .version();
        courses.markAnswered(opened.workspace(), correction.id(), version);
    }

    private static void check(Correction correction, Part part, String known) {
        boolean said = switch (correction.part()) {
            case Correction.WHY -> !part.words().isBlank();
            case Correction.EMAIL -> true;
            case Correction.SCORE, Correction.BOTH -> {
                if (part.score() == null) {
                    throw Problem.invalid("score", "problem.answer.score");
                }
                yield true;
            }
            default -> !part.values().isEmpty();
        };
        if (!said) {
            throw Problem.invalid("why", "problem.correction.empty");
        }
        if (correction.part().equals(Correction.WHY) && part.words().strip().equals(known.strip())) {
            throw Problem.invalid("why", "problem.correction.same");
        }
    }

    private static Given changed(Correction correction, Given known, Part part) {
        Score score = part.score() == null ? known.score() : part.score();
        return switch (correction.part()) {
            case Correction.WHY -> new Given(known.score(), part.words(), known.language(), known.answers());
            case Correction.SCORE -> new Given(score, known.words(), known.language(), known.answers());
            case Correction.BOTH -> new Given(score, part.words(), known.language(), known.answers());
            default -> {
                Map<String, List<String>> more = new HashMap<>(known.answers());
                more.put(correction.part(), part.values());
                yield new Given(known.score(), known.words(), known.language(), more);
            }
        };
    }

    /** The address is the person's, not the answer's: the contact is mended, and the answer stays as it is. */
    private int mend(Opened opened, Part part) {
        Contact contact = opened.contact();
        String email = part.email().strip();
        if (!email.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+") || email.length() > 254) {
            throw Problem.invalid("email", "problem.correction.email");
        }
        contacts.register(
                opened.workspace(),
                new NewContact(contact.externalId(), contact.name(), email, null, null, null, null));
        return opened.response().version();
    }
}
