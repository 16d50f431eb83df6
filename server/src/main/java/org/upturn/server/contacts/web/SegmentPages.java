package org.upturn.server.contacts.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.AttributeDefinition;
import org.upturn.server.contacts.Attributes;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.segments.Rule;
import org.upturn.server.contacts.segments.Segment;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** Segments: the list, and the editor that shows whom a rule holds for before it is kept. */
@Controller
class SegmentPages {
    private static final int SHOWN = 10;

    private final Segments segments;
    private final Contacts contacts;
    private final Attributes attributes;
    private final Workspaces workspaces;
    private final Templates templates;

    SegmentPages(
            Segments segments, Contacts contacts, Attributes attributes, Workspaces workspaces, Templates templates) {
        this.segments = segments;
        this.contacts = contacts;
        this.attributes = attributes;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    @GetMapping("/segments")
    JteModel list(Page page, Member member) {
        Map<Segment, Long> known = new LinkedHashMap<>();
        segments.list(member.workspace())
                .forEach(one -> known.put(one, segments.count(member.workspace(), one.rule())));
        return templates.contactsSegments(page, known);
    }

    @GetMapping("/segments/new")
    JteModel fresh(Page page, Member member, HttpServletRequest request) {
        return editor(page, member, null, text(request, "name", ""), rule(request));
    }

    @PostMapping("/segments")
    ResponseEntity<Void> add(Member member, @RequestParam String name, HttpServletRequest request) {
        UUID id = segments.add(member, name, rule(request)).id();
        return Redirect.to("/contacts?segment=" + id);
    }

    /** The editor; what its own address says goes before what is kept, so that a change can be tried first. */
    @GetMapping("/segments/{id}")
    JteModel show(Page page, Member member, @PathVariable UUID id, HttpServletRequest request) {
        Segment known = segments.find(member.workspace(), id);
        Rule rule = request.getParameter("field") == null ? known.rule() : rule(request);
        return editor(page, member, id, text(request, "name", known.name()), rule);
    }

    @PostMapping("/segments/{id}")
    ResponseEntity<Void> change(
            Member member, @PathVariable UUID id, @RequestParam String name, HttpServletRequest request) {
        segments.find(member.workspace(), id);
        segments.change(member, id, name, rule(request));
        return Redirect.to("/contacts?segment=" + id);
    }

    @PostMapping("/segments/{id}/removal")
    ResponseEntity<Void> remove(Member member, @PathVariable UUID id) {
        segments.remove(member, id);
        return Redirect.to("/segments");
    }

    private JteModel editor(Page page, Member member, @Nullable UUID id, String name, Rule rule) {
        Long people = null;
        List<Contact> first = List.of();
        Problem problem = null;
        if (!rule.conditions().isEmpty()) {
            try {
                people = segments.count(member.workspace(), rule);
                first = contacts.list(member.workspace(), segments.filter(member.workspace(), rule), null, SHOWN)
                        .items();
            } catch (Problem cannotBeAsked) {
                problem = cannotBeAsked;
            }
        }
        return templates.contactsSegment(
                page,
                new SegmentForm(
                        id,
                        name,
                        rule,
                        SegmentForm.lines(rule),
                        names(member),
                        workspaces.members(member.workspace()),
                        people,
                        first,
                        problem));
    }

    private List<String> names(Member member) {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        attributes.list(member.workspace()).stream()
                .map(AttributeDefinition::name)
                .forEach(names::add);
        attributes.undefined(member.workspace()).forEach(one -> names.add(one.getKey()));
        return new ArrayList<>(names);
    }

    /** Read from the request itself: Spring would part a value at its commas. */
    private static Rule rule(HttpServletRequest request) {
        return SegmentForm.rule(
                text(request, "match", "all"), all(request, "field"), all(request, "is"), all(request, "value"));
    }

    private static @Nullable List<String> all(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? null : List.of(values);
    }

    private static String text(HttpServletRequest request, String name, String otherwise) {
        String value = request.getParameter(name);
        return value == null ? otherwise : value;
    }
}
