package org.upturn.server.workspaces.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.upturn.server.kernel.Slice;
import org.upturn.server.sheets.CsvFile;
import org.upturn.server.workspaces.AuditEntry;
import org.upturn.server.workspaces.AuditTrail;
import org.upturn.server.workspaces.Downloads;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Team;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** Who did what, when and to what: read by owners, searched, and taken out as a table. */
@Controller
class AuditPages {
    private static final int ON_A_PAGE = 50;
    private static final int AT_A_TIME = 1_000;
    private static final List<String> HEAD = List.of("at", "by", "key", "action", "what", "about", "id");

    private final AuditTrail trail;
    private final Workspaces workspaces;
    private final Team team;
    private final Downloads downloads;
    private final Templates templates;

    AuditPages(AuditTrail trail, Workspaces workspaces, Team team, Downloads downloads, Templates templates) {
        this.trail = trail;
        this.workspaces = workspaces;
        this.team = team;
        this.downloads = downloads;
        this.templates = templates;
    }

    @GetMapping("/settings/audit-log")
    JteModel show(Page page, Member member, AuditForm form, @RequestParam(required = false) @Nullable UUID after) {
        var zone = workspaces.find(member.workspace()).timeZone();
        Slice<AuditEntry> found = trail.list(member.workspace(), form.filter(zone), after, ON_A_PAGE);
        List<Member> everybody = Stream.concat(
                        workspaces.members(member.workspace()).stream(),
                        team.left(member.workspace()).stream().map(Team.Leaver::member))
                .toList();
        return templates.workspacesAudit(page, form, found, everybody);
    }

    @GetMapping("/settings/audit-log.csv")
    ResponseEntity<StreamingResponseBody> download(Page page, Member member, AuditForm form) {
        AuditTrail.Filter filter =
                form.filter(workspaces.find(member.workspace()).timeZone());
        return downloads.csv(member, "audit-log", null, HEAD, file -> write(page, member, filter, file));
    }

    private void write(Page page, Member member, AuditTrail.Filter filter, CsvFile file) {
        UUID after = null;
        do {
            Slice<AuditEntry> slice = trail.list(member.workspace(), filter, after, AT_A_TIME);
            slice.items().forEach(one -> file.add(cells(page, one)));
            after = slice.next();
        } while (after != null);
    }

    private static List<String> cells(Page page, AuditEntry one) {
        return List.of(
                one.at().toString(),
                Objects.toString(one.by(), ""),
                Objects.toString(one.key(), ""),
                one.action(),
                page.text("audit.action." + one.action()),
                Objects.toString(one.name(), ""),
                Objects.toString(one.subject(), ""));
    }
}
