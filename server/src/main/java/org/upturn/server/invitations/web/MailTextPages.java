package org.upturn.server.invitations.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.Contact;
import org.upturn.server.invitations.mail.MailText;
import org.upturn.server.invitations.mail.MailTexts;
import org.upturn.server.invitations.mail.MailWriter;
import org.upturn.server.invitations.mail.ProgramTexts;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** What the mails of a program say, and how they look. */
@Controller
class MailTextPages {
    /** A mail has its style in it, and is to do nothing but be looked at. */
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    private final MailTexts texts;
    private final MailPreview preview;
    private final MailWriter writer;
    private final Surveys surveys;
    private final Templates templates;

    MailTextPages(MailTexts texts, MailPreview preview, MailWriter writer, Surveys surveys, Templates templates) {
        this.texts = texts;
        this.preview = preview;
        this.writer = writer;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping("/programs/{program}/mails")
    JteModel show(
            Page page,
            Member member,
            @PathVariable UUID program,
            @RequestParam(required = false) @Nullable String language) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        MailText text = texts.find(member.workspace(), known.id(), language);
        return page(page, member, known, language == null ? text : text.in(language), null);
    }

    /** What was typed stays in the form when it cannot be taken. */
    @PostMapping("/programs/{program}/mails")
    Object save(
            Page page,
            Member member,
            @PathVariable UUID program,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        MailText told = MailForms.text(form);
        try {
            texts.save(member, known.id(), told);
            return Redirect.saved("/programs/" + program + "/mails?language="
                    + URLEncoder.encode(told.language(), StandardCharsets.UTF_8));
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return page(page, member, known, told, problem);
        }
    }

    @GetMapping("/programs/{program}/mails/preview")
    ResponseEntity<byte[]> preview(
            Member member,
            @PathVariable UUID program,
            @RequestParam(required = false) @Nullable UUID contact,
            @RequestParam(defaultValue = "false") boolean reminder) {
        var view = preview.of(member.workspace(), new ProgramId(program), contact, reminder ? 1 : 0);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", MAIL_POLICY)
                .body(writer.html(view).getBytes(StandardCharsets.UTF_8));
    }

    private JteModel page(Page page, Member member, Program program, MailText text, @Nullable Problem problem) {
        Contact someone = preview.someone(member.workspace(), null);
        ProgramTexts<MailText> known = texts.of(member.workspace(), program.id());
        var unfilled = preview.views(member.workspace(), program.id()).unfilled(someone);
        return templates.invitationsMailTexts(page, program, known, text, someone.name(), unfilled, problem);
    }
}
