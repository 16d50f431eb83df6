package org.upturn.server.surveys.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** What is asked, and when. */
@Component
class AuditedSurveys implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(
                Audited.rows(Audited.Kind.SURVEYS, "program", "/programs/{}/survey", "program", "name"),
                Audited.rows(Audited.Kind.SURVEYS, "survey", "/programs/{}/survey/versions", "program", "name"),
                Audited.rows(Audited.Kind.SURVEYS, "wave", "/waves/{}", "wave", "name"));
    }
}
