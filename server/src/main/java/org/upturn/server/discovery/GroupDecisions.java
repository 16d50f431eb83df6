package org.upturn.server.discovery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.engine.personal.PersonalData;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.codebook.Drafts;
import org.upturn.server.verbatims.codebook.ThemeForm;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The door to what members decide about a group: it becomes a theme, or it is none. */
@Service
public class GroupDecisions {
    private final Surveys surveys;
    private final GroupRepository groups;
    private final DecisionRepository decisions;
    private final Responses responses;
    private final Drafts drafts;
    private final AuditLog audit;

    GroupDecisions(
            Surveys surveys,
            GroupRepository groups,
            DecisionRepository decisions,
            Responses responses,
            Drafts drafts,
            AuditLog audit) {
        this.surveys = surveys;
        this.groups = groups;
        this.decisions = decisions;
        this.responses = responses;
        this.drafts = drafts;
        this.audit = audit;
    }

    /**
     * Makes a theme of a group in the codebook's draft: named by the label, described by the terms, with the quotations as
     * examples, personal data masked. A group that is a theme already stays that one.
     *
     * @return the theme's id
     */
    @Transactional
    public String makeTheme(Member by, ProgramId program, UUID id) {
        FoundGroup group = known(by.workspace(), program, id);
        String made = decisions.themes(by.workspace(), program).get(id);
        if (made != null && drafts.find(by.workspace(), program).theme(made).isPresent()) {
            return made;
        }
        String theme = drafts.add(by, program, form(by.workspace(), group));
        decisions.becameTheme(by, program, id, theme);
        audit.record(by, "discovery.theme-made", id);
        return theme;
    }

    /** Says that a group is no theme, so that it does not come back. */
    @Transactional
    public void dismiss(Member by, ProgramId program, UUID id) {
        if (decisions.dismiss(by, program, known(by.workspace(), program, id))) {
            audit.record(by, "discovery.group-dismissed", id);
        }
    }

    /** Takes a dismissal back. */
    @Transactional
    public void bringBack(Member by, ProgramId program, UUID id) {
        surveys.program(by.workspace(), program);
        if (decisions.bringBack(by, program, id)) {
            audit.record(by, "discovery.group-brought-back", id);
        } else {
            known(by.workspace(), program, id);
        }
    }

    private FoundGroup known(WorkspaceId workspace, ProgramId program, UUID id) {
        surveys.program(workspace, program);
        return groups.lock(workspace, program, id).orElseThrow(() -> Problem.notFound("problem.unknown.group"));
    }

    private ThemeForm form(WorkspaceId workspace, FoundGroup group) {
        return new ThemeForm(
                PersonalData.masked(capitalized(group.label())),
                PersonalData.masked(String.join(", ", group.terms())),
                String.join("\n", examples(workspace, group)),
                "",
                "",
                "");
    }

    private List<String> examples(WorkspaceId workspace, FoundGroup group) {
        List<ResponseId> ids = group.quotations().stream()
                .map(one -> new ResponseId(one.response()))
                .toList();
        Map<UUID, Response> said = responses.findAll(workspace, ids).stream()
                .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
        return group.quotations().stream()
                .filter(one -> one.isIn(said.get(one.response())))
                .map(one -> PersonalData.masked(Objects.requireNonNull(said.get(one.response()))
                        .verbatim()
                        .substring(one.start(), one.end())))
                .map(words -> words.replaceAll("\\s+", " ").strip())
                .distinct()
                .toList();
    }

    private static String capitalized(String label) {
        return label.isEmpty() ? label : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }
}
