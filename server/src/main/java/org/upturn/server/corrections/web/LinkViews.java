package org.upturn.server.corrections.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.upturn.server.corrections.Correction;
import org.upturn.server.corrections.CorrectionLinks;
import org.upturn.server.corrections.CorrectionLinks.Opened;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Score;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.web.AnswerForm;
import org.upturn.server.responses.web.AnswerPage;
import org.upturn.server.responses.web.AnswerPageMaker;
import org.upturn.server.responses.web.AskedQuestion;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.questions.Asking;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.surveys.questions.Languages;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.Workspaces;

/** Draws the one part that is asked with the means of the answer page, and reads what was sent. */
@Component
class LinkViews {
    /** From so many words on there is something to go on from; decision 8 calls two or fewer silent. */
    private static final int GOES_ON = 3;

    private final CorrectionLinks links;
    private final AnswerPageMaker pages;
    private final Surveys surveys;
    private final Workspaces workspaces;

    LinkViews(CorrectionLinks links, AnswerPageMaker pages, Surveys surveys, Workspaces workspaces) {
        this.links = links;
        this.pages = pages;
        this.surveys = surveys;
        this.workspaces = workspaces;
    }

    /** @param chosen the language that the person chose; that of the answer when null */
    AnswerPage page(Opened opened, @Nullable String chosen) {
        Response response = opened.response();
        Questionnaire asked =
                surveys.survey(opened.workspace(), response.survey()).questionnaire();
        String language = Languages.best(asked.languages(), chosen)
                .or(() -> Languages.best(asked.languages(), response.language()))
                .orElse(asked.base());
        return pages.preview(workspaces.find(opened.workspace()), new Asking(asked, language, response.segments()));
    }

    LinkView fresh(String token, Opened opened, AnswerPage page) {
        Response known = opened.response();
        String email = opened.suggestion() == null ? opened.contact().email() : opened.suggestion();
        return view(
                token,
                opened,
                new AnswerForm(
                        page,
                        String.valueOf(known.score().value()),
                        begun(known),
                        known.answers(),
                        questions(opened, page),
                        List.of(),
                        false,
                        null,
                        null),
                email);
    }

    /** What stands in the field: their words, to go on from; not those few that said nothing. */
    private static String begun(Response known) {
        return known.verbatim().strip().split("\\s+").length < GOES_ON ? "" : known.verbatim();
    }

    /** The same once more, with what was typed and what to mend. */
    LinkView again(
            String token, Opened opened, AnswerPage page, MultiValueMap<String, String> fields, Problem problem) {
        Map<String, List<String>> answers = new HashMap<>(opened.response().answers());
        answers.put(opened.correction().part(), values(opened, fields));
        return view(
                token,
                opened,
                new AnswerForm(
                        page,
                        one(fields, "score"),
                        one(fields, "why"),
                        answers,
                        questions(opened, page),
                        List.of(),
                        false,
                        null,
                        problem.message()),
                one(fields, "email"));
    }

    private LinkView view(String token, Opened opened, AnswerForm form, @Nullable String email) {
        boolean asksEmail = opened.correction().part().equals(Correction.EMAIL);
        return new LinkView(
                "/c/" + token,
                form,
                opened,
                links.request(opened, form.page().language()),
                asksEmail ? email == null ? "" : email : null);
    }

    private static List<AskedQuestion> questions(Opened opened, AnswerPage page) {
        Asking asking = page.asking();
        return asking.questionnaire().question(opened.correction().part()).stream()
                .map(one -> AskedQuestion.of(asking, one))
                .toList();
    }

    /** @throws Problem where it cannot be read */
    static CorrectionLinks.Part part(Opened opened, AnswerPage page, MultiValueMap<String, String> fields) {
        String score = one(fields, "score");
        boolean chosen = score.matches("[0-9]|10");
        List<String> values = page.asking()
                .questionnaire()
                .question(opened.correction().part())
                .filter(one -> one.kind() != Kind.FILE)
                .map(one -> page.asking().checked(one, values(opened, fields)))
                .orElse(List.of());
        return new CorrectionLinks.Part(
                chosen ? new Score(Integer.parseInt(score)) : null, one(fields, "why"), values, one(fields, "email"));
    }

    private static List<String> values(Opened opened, MultiValueMap<String, String> fields) {
        return fields.getOrDefault("q." + opened.correction().part(), List.of()).stream()
                .limit(40)
                .toList();
    }

    private static String one(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }
}
