package org.upturn.server.cases.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseFacts;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.Facts;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.cases.authority.ActionCatalogue;
import org.upturn.server.cases.routing.Rosters;
import org.upturn.server.contacts.Account;
import org.upturn.server.interactions.Interactions;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.QuestionResults;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.verbatims.VerbatimReading;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/** Fetches all that a record shows. */
@Component
class CaseRecords {
    /** How many interactions are laid beside the verbatim: "the last 5 interactions" (S3-07). */
    private static final int INTERACTIONS = 5;

    private final Cases cases;
    private final CaseRows rows;
    private final Responses responses;
    private final QuestionResults questions;
    private final Readings readings;
    private final Interactions interactions;
    private final Surveys surveys;
    private final Workspaces workspaces;
    private final Assignments assignments;
    private final Facts facts;
    private final Rosters rosters;
    private final ActionCatalogue catalogue;
    private final Clock clock;

    CaseRecords(
            Cases cases,
            CaseRows rows,
            Responses responses,
            QuestionResults questions,
            Readings readings,
            Interactions interactions,
            Surveys surveys,
            Workspaces workspaces,
            Assignments assignments,
            Facts facts,
            Rosters rosters,
            ActionCatalogue catalogue,
            Clock clock) {
        this.cases = cases;
        this.rows = rows;
        this.responses = responses;
        this.questions = questions;
        this.readings = readings;
        this.interactions = interactions;
        this.surveys = surveys;
        this.workspaces = workspaces;
        this.assignments = assignments;
        this.facts = facts;
        this.rosters = rosters;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    CaseRecord of(WorkspaceId workspace, Case item) {
        Map<WaveId, String> waves = surveys.waves(workspace, item.program()).stream()
                .collect(Collectors.toMap(wave -> wave.id(), wave -> wave.name()));
        List<Response> answers = responses.ofContact(workspace, item.contact());
        CaseRow row = rows.of(workspace, List.of(item)).getFirst();
        @Nullable
        VerbatimReading reading = readings.find(workspace, item.response()).orElse(null);
        CaseFacts known = facts.of(workspace, item, row.contact(), reading);
        return new CaseRecord(
                row,
                reading,
                responses.versions(workspace, item.response()),
                questions.of(workspace, row.response()),
                prior(workspace, item, waves),
                answers.stream().map(one -> answered(workspace, one, waves)).toList(),
                interactions.latest(workspace, item.contact(), INTERACTIONS),
                interactions.documents(workspace, item.contact()),
                cases.followUps(workspace, item.id()),
                cases.closures(workspace, item.id()),
                cases.missing(workspace, item.id()),
                assignments.of(workspace, item.id()),
                stake(workspace, known.account()),
                facts.priority(workspace, known),
                rosters.hours(workspace, item.owner())
                        .between(clock.instant(), item.clocks().contactBy()),
                workspaces.members(workspace).stream().filter(Member::answers).toList());
    }

    private CaseRecord.@Nullable Stake stake(WorkspaceId workspace, @Nullable Account account) {
        if (account == null) {
            return null;
        }
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), workspaces.find(workspace).timeZone());
        return new CaseRecord.Stake(
                account,
                account.renewsOn() == null ? null : ChronoUnit.DAYS.between(today, account.renewsOn()),
                account.revenue() == null ? null : catalogue.currency(workspace).orElse(null));
    }

    private CaseRecord.Answered answered(WorkspaceId workspace, Response answer, Map<WaveId, String> waves) {
        String wave = waves.get(answer.wave());
        return new CaseRecord.Answered(
                wave == null ? surveys.wave(workspace, answer.wave()).name() : wave, answer);
    }

    private CaseRecord.@Nullable Prior prior(WorkspaceId workspace, Case item, Map<WaveId, String> waves) {
        return responses.earlier(workspace, item.response()).stream()
                .findFirst()
                .map(answer -> {
                    Case before = cases.findByResponse(workspace, answer.id()).orElse(null);
                    List<FollowUp> logged = before == null ? List.of() : cases.followUps(workspace, before.id());
                    return new CaseRecord.Prior(waves.get(answer.wave()), answer, before, logged);
                })
                .orElse(null);
    }
}
