package org.upturn.server.cases.authority.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.cases.authority.ActionCatalogue;
import org.upturn.server.cases.authority.StandardActions;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** What may be done for people and how far each role may go; for the owner. */
@Controller
@RequestMapping("/settings/actions")
class ActionSettingsPages {
    /** Those that a country has now; the library knows those of the past, too. */
    private static final List<String> CURRENCIES = Stream.of(Locale.getISOCountries())
            .map(country -> Currency.getInstance(Locale.of("", country)))
            .filter(Objects::nonNull)
            .map(Currency::getCurrencyCode)
            .distinct()
            .sorted(Comparator.naturalOrder())
            .toList();

    private final ActionCatalogue catalogue;
    private final StandardActions standard;
    private final Templates templates;

    ActionSettingsPages(ActionCatalogue catalogue, StandardActions standard, Templates templates) {
        this.catalogue = catalogue;
        this.standard = standard;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(Page page, Member member) {
        return page(page, member, null);
    }

    @PostMapping
    Object add(Page page, Member member, @ModelAttribute ActionForm form, HttpServletResponse response) {
        return tried(page, member, response, () -> catalogue.add(member, form.told()));
    }

    /** Takes over what is proposed. */
    @PostMapping("/standard")
    Object begin(
            Page page, Member member, @RequestParam(defaultValue = "") String currency, HttpServletResponse response) {
        return tried(page, member, response, () -> standard.begin(member, currency, page.texts()));
    }

    @PostMapping("/currency")
    Object count(
            Page page, Member member, @RequestParam(defaultValue = "") String currency, HttpServletResponse response) {
        return tried(page, member, response, () -> catalogue.count(member, currency));
    }

    @PostMapping("/{action}")
    Object change(
            Page page,
            Member member,
            @PathVariable UUID action,
            @ModelAttribute ActionForm form,
            HttpServletResponse response) {
        return tried(page, member, response, () -> catalogue.change(member, action, form.told()));
    }

    @PostMapping("/{action}/removal")
    ResponseEntity<Void> retire(Member member, @PathVariable UUID action) {
        catalogue.retire(member, action);
        return Redirect.to("/settings/actions");
    }

    private Object tried(Page page, Member member, HttpServletResponse response, Runnable work) {
        try {
            work.run();
            return Redirect.to("/settings/actions");
        } catch (Problem problem) {
            if (problem.code() == Problem.Code.NOT_FOUND) {
                throw problem;
            }
            response.setStatus(problem.code().status());
            return page(page, member, problem);
        }
    }

    private JteModel page(Page page, Member member, @Nullable Problem problem) {
        return templates.casesCatalogue(
                page,
                catalogue.list(member.workspace()),
                catalogue.currency(member.workspace()).orElse(null),
                CURRENCIES,
                StandardActions.PROPOSED,
                problem);
    }
}
