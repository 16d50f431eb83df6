package org.upturn.server.responses.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.Texts;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Workspace;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/**
 * The public answer page behind a personal link. Looking never records anything, for mail scanners look at every link;
 * only a sent form does.
 */
@Controller
class AnswerPages {
    private final Invitations invitations;
    private final Responses responses;
    private final Surveys surveys;
    private final Workspaces workspaces;
    private final MessageSource messages;
    private final Templates templates;
    private final Clock clock;

    AnswerPages(
            Invitations invitations,
            Responses responses,
            Surveys surveys,
            Workspaces workspaces,
            MessageSource messages,
            Templates templates,
            Clock clock) {
        this.invitations = invitations;
        this.responses = responses;
        this.surveys = surveys;
        this.workspaces = workspaces;
        this.messages = messages;
        this.templates = templates;
        this.clock = clock;
    }

    /** @param score the button that was pressed in the mail, shown as chosen and recorded only when sent */
    @GetMapping("/a/{token}")
    ResponseEntity<byte[]> ask(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String score,
            @RequestParam(required = false) @Nullable String thanks) {
        Optional<Invited> invited = invitations.findByToken(token);
        if (invited.isEmpty()) {
            return page(HttpStatus.NOT_FOUND, templates.responsesUnknown(texts(null)));
        }
        Optional<Response> given = responses.findByInvitation(invited.get());
        if (thanks != null && given.isPresent()) {
            return page(HttpStatus.OK, templates.responsesThanks(texts(invited.get()), given.get(), token));
        }
        Optional<Problem> refused = responses.refusal(invited.get());
        if (refused.isPresent()) {
            return page(HttpStatus.OK, templates.responsesNotOpen(texts(invited.get()), refused.get()));
        }
        String chosen =
                score == null ? given.map(one -> "" + one.score().value()).orElse("") : score;
        String words = given.map(Response::verbatim).orElse("");
        return page(HttpStatus.OK, form(invited.get(), token, new Answer(chosen, words, given.isPresent()), null));
    }

    @PostMapping("/a/{token}")
    ResponseEntity<byte[]> answer(
            @PathVariable String token,
            @RequestParam(required = false, defaultValue = "") String score,
            @RequestParam(required = false, defaultValue = "") String why) {
        Optional<Invited> invited = invitations.findByToken(token);
        if (invited.isEmpty()) {
            return page(HttpStatus.NOT_FOUND, templates.responsesUnknown(texts(null)));
        }
        try {
            responses.answer(invited.get(), score(score), why);
        } catch (Problem problem) {
            HttpStatus status = HttpStatus.valueOf(problem.code().status());
            return page(status, form(invited.get(), token, new Answer(score, why, false), problem));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/a/" + token + "?thanks=1")
                .build();
    }

    private JteModel form(Invited invited, String token, Answer answer, @Nullable Problem problem) {
        var wave = surveys.wave(invited.workspace(), invited.wave());
        var survey = surveys.survey(invited.workspace(), wave.survey());
        Workspace workspace = workspaces.find(invited.workspace());
        return templates.responsesAnswer(texts(invited), workspace.name(), survey, token, answer, problem);
    }

    private static Score score(String text) {
        if (text.length() <= 2 && text.matches("\\d{1,2}") && Integer.parseInt(text) <= 10) {
            return new Score(Integer.parseInt(text));
        }
        throw Problem.invalid("score", "problem.answer.score");
    }

    private Texts texts(@Nullable Invited invited) {
        ZoneId zone = invited == null
                ? ZoneId.of("UTC")
                : workspaces.find(invited.workspace()).timeZone();
        return new Texts(messages, Locale.ENGLISH, zone, clock);
    }

    private static ResponseEntity<byte[]> page(HttpStatus status, JteModel model) {
        var bytes = new Utf8ByteOutput();
        model.render(bytes);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(bytes.toByteArray());
    }
}
