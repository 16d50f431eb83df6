package org.upturn.server.alerts.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.alerts.preferences.Preferences;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** When I want to hear of alerts. */
@Controller
class PreferencePages {
    private final Preferences preferences;
    private final Templates templates;

    PreferencePages(Preferences preferences, Templates templates) {
        this.preferences = preferences;
        this.templates = templates;
    }

    @GetMapping("/alerts/preferences")
    JteModel show(Page page, Member member) {
        return templates.alertsPreferences(
                page, PreferenceForm.of(preferences.of(member.workspace(), member.id())), null, false);
    }

    /** What was typed stays in the form when it cannot be taken. */
    @PostMapping("/alerts/preferences")
    JteModel save(Page page, Member member, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        PreferenceForm form = PreferenceForm.sent(sent);
        try {
            preferences.save(member, form.preference());
            return templates.alertsPreferences(page, form, null, true);
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return templates.alertsPreferences(page, form, problem, false);
        }
    }
}
