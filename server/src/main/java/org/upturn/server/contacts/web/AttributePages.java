package org.upturn.server.contacts.web;

import gg.jte.models.runtime.JteModel;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.Attributes;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Which attributes contacts have. */
@Controller
class AttributePages {
    private final Attributes attributes;
    private final Templates templates;

    AttributePages(Attributes attributes, Templates templates) {
        this.attributes = attributes;
        this.templates = templates;
    }

    @GetMapping("/attributes")
    JteModel list(Page page, Member member) {
        return templates.contactsAttributes(
                page,
                attributes.list(member.workspace()),
                attributes.undefined(member.workspace()),
                regions(page),
                attributes.region(member.workspace()));
    }

    @PostMapping("/attributes")
    ResponseEntity<Void> define(
            Member member,
            @RequestParam String name,
            @RequestParam(defaultValue = "text") String type,
            @RequestParam(defaultValue = "") String choices,
            @RequestParam(defaultValue = "false") boolean demographic) {
        attributes.define(member, new Attributes.Told(name, type, lines(choices), demographic));
        return Redirect.to("/attributes");
    }

    @PostMapping("/attributes/{id}")
    ResponseEntity<Void> change(
            Member member,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "text") String type,
            @RequestParam(defaultValue = "") String choices,
            @RequestParam(defaultValue = "false") boolean demographic) {
        attributes.change(member, id, new Attributes.Told(null, type, lines(choices), demographic));
        return Redirect.to("/attributes");
    }

    @PostMapping("/attributes/{id}/removal")
    ResponseEntity<Void> remove(Member member, @PathVariable UUID id) {
        attributes.remove(member, id);
        return Redirect.to("/attributes");
    }

    @PostMapping("/attributes/region")
    ResponseEntity<Void> region(Member member, @RequestParam(required = false) @Nullable String region) {
        attributes.setRegion(member, region);
        return Redirect.saved("/attributes");
    }

    /** In the order of the names that are shown. */
    private List<String> regions(Page page) {
        Collator order = Collator.getInstance(Locale.forLanguageTag(page.texts().language()));
        return attributes.regions().stream()
                .sorted((one, other) ->
                        order.compare(page.texts().region(one), page.texts().region(other)))
                .toList();
    }

    private static List<String> lines(String choices) {
        return choices.lines().filter(line -> !line.isBlank()).toList();
    }
}
