package org.upturn.server.search.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** Searches that were kept. */
@Component
class AuditedSearches implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(
                Audited.page(Audited.Kind.VERBATIMS, "search", "/verbatims"),
                Audited.page(Audited.Kind.DOWNLOADS, "csv.verbatims", "/verbatims"));
    }
}
