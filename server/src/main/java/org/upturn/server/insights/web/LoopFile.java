package org.upturn.server.insights.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.upturn.server.insights.loop.Leg;
import org.upturn.server.insights.loop.LoopCase;
import org.upturn.server.insights.loop.LoopFilter;
import org.upturn.server.insights.loop.LoopPerson;
import org.upturn.server.insights.loop.Loops;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.sheets.CsvFile;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Downloads;
import org.upturn.server.workspaces.Member;

/** Every detractor of the loop's page as a row, from which each of its figures can be counted again. */
@RestController
class LoopFile {
    private static final int AT_A_TIME = 500;
    private static final List<String> HEAD = List.of(
            "case",
            "name",
            "external id",
            "wave",
            "subtype",
            "owner",
            "answered at",
            "score",
            "next score",
            "became",
            "seconds to read",
            "seconds to assigned",
            "seconds to contacted",
            "seconds to resolved",
            "contacted within 48 h",
            "outcome",
            "cost");

    private final Loops loops;
    private final Surveys surveys;
    private final Downloads downloads;

    LoopFile(Loops loops, Surveys surveys, Downloads downloads) {
        this.loops = loops;
        this.surveys = surveys;
        this.downloads = downloads;
    }

    @GetMapping("/loop.csv")
    ResponseEntity<StreamingResponseBody> download(
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestParam(required = false) @Nullable UUID to,
            @RequestParam(defaultValue = "") String subtype) {
        var chosen = surveys.chosen(member.workspace(), program)
                .orElseThrow(() -> Problem.notFound("problem.unknown.program"));
        var filter = LoopFilter.of(
                chosen.id(), surveys.waves(member.workspace(), chosen.id()), from, to, LoopItems.subtype(subtype));
        List<LoopCase> cases = loops.look(member.workspace(), filter).cases();
        return downloads.csv(member, "loop", null, HEAD, file -> write(member.workspace(), cases, file));
    }

    private void write(WorkspaceId workspace, List<LoopCase> cases, CsvFile file) {
        for (int first = 0; first < cases.size(); first += AT_A_TIME) {
            List<LoopCase> some = cases.subList(first, Math.min(first + AT_A_TIME, cases.size()));
            Slice<LoopPerson> people = loops.people(workspace, some, null, null, AT_A_TIME);
            people.items().forEach(one -> file.add(cells(one)));
        }
    }

    private static List<String> cells(LoopPerson one) {
        LoopCase item = one.item();
        return List.of(
                item.id().toString(),
                one.name(),
                one.externalId(),
                one.wave(),
                one.subtype().word(),
                text(one.owner()),
                one.answeredAt().toString(),
                String.valueOf(item.score().value()),
                item.next() == null ? "" : String.valueOf(item.next().value()),
                item.became().word(),
                text(item.after().get(Leg.READ)),
                text(item.after().get(Leg.ASSIGNED)),
                text(item.after().get(Leg.CONTACTED)),
                text(item.after().get(Leg.RESOLVED)),
                String.valueOf(item.inTime()),
                item.outcome() == null ? "" : item.outcome().word(),
                one.cost().toPlainString());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
