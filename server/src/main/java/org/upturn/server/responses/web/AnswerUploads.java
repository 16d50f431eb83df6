package org.upturn.server.responses.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.AnswerFiles;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.surveys.questions.Question;

/** Takes the files of an answer form. Which files an answer has is what we keep, never what a form says. */
@Component
class AnswerUploads {
    private static final int MOST_REMOVED = 40;

    private final AnswerFiles files;

    AnswerUploads(AnswerFiles files) {
        this.files = files;
    }

    /**
     * Removes and keeps what the form says. All files that can be kept are, whatever is wrong with others.
     *
     * @return what is wrong with the first that cannot be kept; null when all are
     */
    @Nullable
    Problem take(
            Invited invited,
            AnswerPage page,
            MultiValueMap<String, String> sent,
            MultiValueMap<String, MultipartFile> uploads) {
        sent.getOrDefault("unattach", List.of()).stream()
                .limit(MOST_REMOVED)
                .filter(one -> one.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .forEach(one -> files.remove(invited, UUID.fromString(one)));
        var wrong = new ArrayList<Problem>();
        for (Question question : questions(page)) {
            for (MultipartFile file : uploads.getOrDefault("f." + question.id(), List.of())) {
                if (!file.isEmpty()) {
                    add(invited, page, question, file, wrong);
                }
            }
        }
        return wrong.isEmpty() ? null : wrong.getFirst();
    }

    private void add(Invited invited, AnswerPage page, Question question, MultipartFile file, List<Problem> wrong) {
        try {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            byte[] content = file.getSize() > AnswerFiles.LARGEST ? new byte[AnswerFiles.LARGEST + 1] : file.getBytes();
            files.add(invited, question.id(), page.asking().text(question.key()), name, content);
        } catch (Problem problem) {
            wrong.add(problem);
        } catch (IOException lost) {
            throw new java.io.UncheckedIOException(lost);
        }
    }

    /** The fields of the form with what we keep in the place of whatever it says of files. */
    AnswerFields fields(Invited invited, AnswerPage page, MultiValueMap<String, String> sent) {
        List<Question> asked = questions(page);
        if (asked.isEmpty()) {
            return new AnswerFields(sent);
        }
        Map<String, List<String>> kept = files.values(invited);
        var fields = new LinkedMultiValueMap<String, String>(sent);
        asked.forEach(question -> {
            fields.remove("q." + question.id());
            if (kept.containsKey(question.id())) {
                fields.put("q." + question.id(), kept.get(question.id()));
            }
        });
        return new AnswerFields(fields);
    }

    /** A form with the files that are kept. */
    AnswerForm with(Invited invited, AnswerForm form) {
        return questions(form.page()).isEmpty() ? form : form.with(files.values(invited));
    }

    private static List<Question> questions(AnswerPage page) {
        return page.asking().possible().stream()
                .filter(one -> one.kind() == Kind.FILE)
                .toList();
    }
}
