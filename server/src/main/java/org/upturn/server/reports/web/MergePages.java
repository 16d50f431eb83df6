package org.upturn.server.reports.web;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.duplicates.Duplicate;
import org.upturn.server.contacts.duplicates.Duplicates;
import org.upturn.server.interactions.Interactions;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.reports.web.MergeView.Line;
import org.upturn.server.reports.web.MergeView.Side;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** Two contacts that may be one person, side by side with both histories; the people decide. */
@Controller
class MergePages {
    private static final int INTERACTIONS = 50;

    private final Duplicates duplicates;
    private final PersonStories stories;
    private final Interactions interactions;
    private final Templates templates;

    MergePages(Duplicates duplicates, PersonStories stories, Interactions interactions, Templates templates) {
        this.duplicates = duplicates;
        this.stories = stories;
        this.interactions = interactions;
        this.templates = templates;
    }

    /** @param survivor whose id stays; the one known longer when not told */
    @GetMapping("/duplicates/{id}")
    JteModel show(
            Page page, Member member, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID survivor) {
        Duplicate pair = duplicates.find(member.workspace(), id);
        boolean otherFirst = survivor == null
                ? pair.other().knownSince().isBefore(pair.one().knownSince())
                : pair.other().id().value().equals(survivor);
        Contact kept = otherFirst ? pair.other() : pair.one();
        Contact gone = otherFirst ? pair.one() : pair.other();
        Side left = side(member.workspace(), kept);
        Side right = side(member.workspace(), gone);
        List<String> twice = left.chapters().stream()
                .map(PersonChapter::wave)
                .filter(wave ->
                        right.chapters().stream().anyMatch(other -> other.wave().equals(wave)))
                .toList();
        return templates.reportsMerge(page, new MergeView(pair, left, right, lines(kept, gone), twice));
    }

    private Side side(WorkspaceId workspace, Contact contact) {
        return new Side(
                contact,
                stories.of(workspace, contact.id()),
                interactions.latest(workspace, contact.id(), INTERACTIONS).size(),
                interactions.documents(workspace, contact.id()).size());
    }

    private static List<Line> lines(Contact kept, Contact gone) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("externalId", null, kept.externalId(), gone.externalId()));
        lines.add(new Line("name", null, kept.name(), gone.name()));
        lines.add(new Line("email", null, kept.email(), gone.email()));
        lines.add(new Line("phone", null, kept.phone(), gone.phone()));
        lines.add(new Line("account", null, kept.account(), gone.account()));
        lines.add(new Line("locale", null, kept.locale(), gone.locale()));
        lines.add(new Line("timeZone", null, kept.timeZone(), gone.timeZone()));
        lines.add(new Line("population", null, kept.population(), gone.population()));
        Stream.concat(kept.attributes().keySet().stream(), gone.attributes().keySet().stream())
                .distinct()
                .sorted()
                .forEach(name -> lines.add(new Line(
                        "attribute:" + name,
                        name,
                        kept.attributes().get(name),
                        gone.attributes().get(name))));
        return lines.stream()
                .filter(line -> line.kept() != null || line.gone() != null)
                .toList();
    }
}
