package org.upturn.server.corrections.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.corrections.CorrectionFigures;
import org.upturn.server.corrections.CorrectionId;
import org.upturn.server.corrections.Corrections;
import org.upturn.server.corrections.Reason;
import org.upturn.server.corrections.ReasonCounts;
import org.upturn.server.corrections.Request;
import org.upturn.server.corrections.RuleKind;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;

/** Correction links for programs. */
@RestController
@RequestMapping("/api/v1")
class CorrectionsApi {
    private final Corrections corrections;
    private final CorrectionFigures figures;
    private final AskedRows rows;
    private final Responses responses;
    private final Surveys surveys;

    CorrectionsApi(
            Corrections corrections, CorrectionFigures figures, AskedRows rows, Responses responses, Surveys surveys) {
        this.corrections = corrections;
        this.figures = figures;
        this.rows = rows;
        this.responses = responses;
        this.surveys = surveys;
    }

    /** @param link the whole address while it works */
    record Item(
            UUID id,
            Reason reason,
            String question,
            String words,
            @Nullable UUID askedBy,
            @Nullable RuleKind rule,
            int askedVersion,
            boolean mail,
            @Nullable String skip,
            String state,
            Instant askedAt,
            Instant expiresAt,
            @Nullable Instant openedAt,
            @Nullable Instant endedAt,
            @Nullable Integer answeredVersion,
            @Nullable String link) {
        static Item of(AskedRow row) {
            var one = row.correction();
            var course = one.course();
            return new Item(
                    one.id().value(),
                    one.reason(),
                    one.part(),
                    one.words(),
                    one.by().member() == null ? null : one.by().member().value(),
                    one.by().rule(),
                    one.by().version(),
                    one.mail(),
                    course.skip(),
                    row.state().word(),
                    course.askedAt(),
                    course.expiresAt(),
                    course.openedAt(),
                    course.endedAt(),
                    course.version(),
                    row.link());
        }
    }

    record Items(List<Item> items) {}

    /** @param mail true when it is not told */
    record Told(
            @Nullable String reason,
            @Nullable String question,
            @Nullable String words,
            @Nullable Boolean mail,
            @Nullable Integer days) {}

    record ToldAll(
            @Nullable String kind,
            @Nullable String words,
            @Nullable Integer days) {}

    record Asked(int asked, Map<String, Integer> skipped) {}

    record Move(String from, String to, long people) {}

    record Counts(long promoters, long passives, long detractors) {}

    record Wavewide(
            Counts first, Counts corrected, long changed, long asked, List<Move> moves, List<ReasonCounts> reasons) {}

    @GetMapping("/responses/{response}/corrections")
    Items list(Member member, @PathVariable UUID response) {
        return items(member.workspace(), new ResponseId(response));
    }

    private Items items(WorkspaceId workspace, ResponseId response) {
        return new Items(rows.of(workspace, corrections.ofResponse(workspace, response)).stream()
                .map(Item::of)
                .toList());
    }

    @PostMapping("/responses/{response}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    Item ask(Member member, @PathVariable UUID response, @RequestBody Told told) {
        var answer = responses.find(member.workspace(), new ResponseId(response));
        var request = new Request(
                Reason.of(told.reason() == null ? "" : told.reason()),
                told.question(),
                told.words(),
                told.mail() == null || told.mail(),
                told.days());
        var made = corrections.ask(member, answer.id(), request);
        return Item.of(rows.of(member.workspace(), List.of(made)).getFirst());
    }

    @DeleteMapping("/responses/{response}/corrections/{correction}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Member member, @PathVariable UUID response, @PathVariable UUID correction) {
        corrections.withdraw(member, new ResponseId(response), new CorrectionId(correction));
    }

    @GetMapping("/programs/{program}/waves/{wave}/corrections")
    Wavewide ofWave(Member member, @PathVariable UUID program, @PathVariable UUID wave) {
        Wave known = wave(member, program, wave);
        var both = figures.ofWave(member.workspace(), known.id());
        return new Wavewide(
                new Counts(
                        both.first().promoters(),
                        both.first().passives(),
                        both.first().detractors()),
                new Counts(
                        both.corrected().promoters(),
                        both.corrected().passives(),
                        both.corrected().detractors()),
                both.changed(),
                both.asked(),
                both.moves().stream()
                        .map(one -> new Move(one.from().word(), one.to().word(), one.people()))
                        .toList(),
                figures.byReason(member.workspace(), known.id()));
    }

    @PostMapping("/programs/{program}/waves/{wave}/corrections")
    Asked askAll(Member member, @PathVariable UUID program, @PathVariable UUID wave, @RequestBody ToldAll told) {
        Wave known = wave(member, program, wave);
        RuleKind kind = RuleKind.of(told.kind() == null ? "" : told.kind());
        var asked = corrections.askAll(member, known.id(), kind, told.words(), told.days());
        var skipped = new TreeMap<String, Integer>();
        asked.skipped().forEach((skip, people) -> skipped.put(skip.word(), people));
        return new Asked(asked.asked(), skipped);
    }

    /** A wave of another program is not found under this one. */
    private Wave wave(Member member, UUID program, UUID id) {
        Wave known = surveys.wave(member.workspace(), new WaveId(id));
        if (!known.program().value().equals(program)) {
            throw Problem.notFound("problem.unknown.wave");
        }
        return known;
    }
}
