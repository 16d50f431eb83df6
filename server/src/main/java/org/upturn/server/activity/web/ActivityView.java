package org.upturn.server.activity.web;

import java.util.List;
import java.util.stream.Collectors;
import org.upturn.server.activity.CaseComment;
import org.upturn.server.activity.CaseEvent;
import org.upturn.server.cases.Case;
import org.upturn.server.workspaces.Member;

/** What the team says about a case and what happened to it. @param person whose case it is, by name */
public record ActivityView(
        Case item, String person, List<CaseComment> comments, List<CaseEvent> events, List<Member> team) {
    /** Who can be named. */
    public String names() {
        return team.stream().map(one -> "@" + one.name()).collect(Collectors.joining(", "));
    }
}
