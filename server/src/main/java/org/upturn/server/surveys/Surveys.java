package org.upturn.server.surveys;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** The door of the room: programs, their survey and their waves. */
@Service
public class Surveys {
    /** The starter codebooks that a program can begin with. */
    public static final List<String> STARTERS = List.of("company", "program", "nonprofit");

    private static final String SCORE_QUESTION =
            "On a scale of 0 to 10, how likely are you to recommend {product} to a friend or colleague?";
    private static final String WHY_QUESTION = "What is the primary reason for your score?";

    private final SurveyRepository repository;
    private final WaveRepository waves;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Surveys(
            SurveyRepository repository,
            WaveRepository waves,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.waves = waves;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A program to be made. Questions left out are asked in the standard wording.
     *
     * @param starter {@code company}, {@code program} or {@code nonprofit}; {@code company} when left out
     */
    public record NewProgram(
            String name,
            @Nullable String scoreQuestion,
            @Nullable String whyQuestion,
            @Nullable String starter) {}

    /** A wave to be opened. */
    public record NewWave(
            String name,
            Instant opensAt,
            Instant closesAt,
            @Nullable Occasion occasion) {
        /** A wave of which is not said what it is about. */
        public NewWave(String name, Instant opensAt, Instant closesAt) {
            this(name, opensAt, closesAt, Occasion.NONE);
        }
    }

    @Transactional
    public Program create(WorkspaceId workspace, NewProgram told) {
        return create(workspace, null, told);
    }

    private Program create(WorkspaceId workspace, @Nullable MemberId by, NewProgram told) {
        String starter = told.starter() == null || told.starter().isBlank() ? "company" : told.starter();
        if (!STARTERS.contains(starter)) {
            throw Problem.invalid("starter", "problem.starter", String.join(", ", STARTERS));
        }
        Instant now = clock.instant();
        var program = new Program(ProgramId.next(), name(told.name()), now);
        var questions = Questionnaire.standard(
                question(told.scoreQuestion(), SCORE_QUESTION), question(told.whyQuestion(), WHY_QUESTION));
        repository.insert(workspace, program);
        repository.insert(workspace, new Survey(Ids.next(), program.id(), 1, questions, "", null, now));
        events.publishEvent(new ProgramCreated(workspace, program.id(), by, starter));
        return program;
    }

    /** What a member does stands in the audit log. */
    @Transactional
    public Program create(Member by, NewProgram told) {
        Program made = create(by.workspace(), by.id(), told);
        audit.record(by, "program.made", made.id().value());
        return made;
    }

    public List<Program> programs(WorkspaceId workspace) {
        return repository.programs(workspace);
    }

    public Program program(WorkspaceId workspace, ProgramId id) {
        return repository.program(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.program"));
    }

    /** The named program, or the first when none is named; empty when there is none yet. */
    public Optional<Program> chosen(WorkspaceId workspace, @Nullable UUID named) {
        if (named != null) {
            return Optional.of(program(workspace, new ProgramId(named)));
        }
        return programs(workspace).stream().findFirst();
    }

    @Transactional
    public Wave open(WorkspaceId workspace, ProgramId program, NewWave told) {
        return open(workspace, program, told, false);
    }

    @Transactional
    public Wave open(Member by, ProgramId program, NewWave told) {
        Wave opened = open(by.workspace(), program, told);
        audit.record(by, "wave.opened", opened.id().value());
        return opened;
    }

    /** Opens a wave in which a schedule asks single people, each on a day of their own. */
    @Transactional
    public Wave openRolling(WorkspaceId workspace, ProgramId program, NewWave told) {
        return open(workspace, program, told, true);
    }

    private Wave open(WorkspaceId workspace, ProgramId program, NewWave told, boolean rolling) {
        program(workspace, program);
        checkOrder(told);
        var survey = repository.latestSurvey(workspace, program);
        Wave wave = wave(WaveId.next(), program, survey.id(), told, rolling);
        try {
            waves.insert(workspace, wave, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.wave.name");
        }
        return wave;
    }

    /**
     * Changes a wave where nobody is hurt by it: its name and what it is about at any time, the first day while it has not
     * opened, the last day while it has not closed, though never to a moment that has passed.
     */
    @Transactional
    public Wave change(Member by, WaveId id, NewWave told) {
        WorkspaceId workspace = by.workspace();
        Wave known = waves.lock(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.wave"));
        checkOrder(told);
        Instant now = clock.instant();
        if (!told.opensAt().equals(known.opensAt()) && !known.opensAt().isAfter(now)) {
            throw Problem.invalid("opensAt", "problem.wave.opened");
        }
        if (!told.closesAt().equals(known.closesAt())) {
            if (!known.closesAt().isAfter(now)) {
                throw Problem.invalid("closesAt", "problem.wave.closed");
            }
            if (told.closesAt().isBefore(now)) {
                throw Problem.invalid("closesAt", "problem.wave.past");
            }
        }
        Wave changed = changed(known, told);
        try {
            waves.update(workspace, changed);
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.wave.name");
        }
        audit.record(by, "wave.changed", id.value());
        return changed;
    }

    /** Closes a wave now; one that has closed already stays as it is. */
    @Transactional
    public Wave close(Member by, WaveId id) {
        WorkspaceId workspace = by.workspace();
        Wave known = waves.lock(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.wave"));
        Instant now = clock.instant();
        if (!known.opensAt().isBefore(now)) {
            throw Problem.conflict("problem.wave.notOpen");
        }
        if (known.closesAt().isAfter(now)) {
            waves.update(workspace, changed(known, new NewWave(known.name(), known.opensAt(), now, known.occasion())));
            audit.record(by, "wave.closed", id.value());
        }
        return wave(workspace, id);
    }

    /** The waves of a program, the earliest first. */
    public List<Wave> waves(WorkspaceId workspace, ProgramId program) {
        return waves.waves(workspace, program);
    }

    public Wave wave(WorkspaceId workspace, WaveId id) {
        return waves.wave(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.wave"));
    }

    /** The questions that a program asks now. */
    public Survey latestSurvey(WorkspaceId workspace, ProgramId program) {
        return repository.latestSurvey(workspace, program(workspace, program).id());
    }

    public Survey survey(WorkspaceId workspace, UUID id) {
        return repository.survey(workspace, id);
    }

    /** Every version of a program's survey, the latest first. */
    public List<Survey> versions(WorkspaceId workspace, ProgramId program) {
        return repository.versions(workspace, program(workspace, program).id());
    }

    private static Wave changed(Wave known, NewWave told) {
        return wave(known.id(), known.program(), known.survey(), told, known.rolling());
    }

    private static Wave wave(WaveId id, ProgramId program, UUID survey, NewWave told, boolean rolling) {
        Occasion occasion = told.occasion() == null ? Occasion.NONE : told.occasion();
        return new Wave(id, program, survey, name(told.name()), told.opensAt(), told.closesAt(), occasion, rolling);
    }

    private static void checkOrder(NewWave told) {
        if (told.opensAt() == null
                || told.closesAt() == null
                || !told.closesAt().isAfter(told.opensAt())) {
            throw Problem.invalid("closesAt", "problem.wave.order");
        }
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > 100) {
            throw Problem.invalid("name", "problem.name");
        }
        return name.strip();
    }

    private static String question(@Nullable String told, String standard) {
        if (told != null && told.length() > 500) {
            throw Problem.invalid("question", "problem.question");
        }
        return told == null || told.isBlank() ? standard : told.strip();
    }
}
