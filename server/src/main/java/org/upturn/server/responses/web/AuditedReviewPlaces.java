package org.upturn.server.responses.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** Where people may write a review. */
@Component
class AuditedReviewPlaces implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(Audited.rows(Audited.Kind.TRACKS, "review-places", "/programs/{}/tracks", "program", "name"));
    }
}
