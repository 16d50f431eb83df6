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

/** The door of the room: programs, their survey and their waves. */
@Service
public class Surveys {
    /** The starter codebooks that a program can begin with. */
    public static final List<String> STARTERS = List.of("company", "program", "nonprofit");

    private final SurveyRepository repository;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Surveys(SurveyRepository repository, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
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
    public record NewWave(String name, Instant opensAt, Instant closesAt) {}

    @Transactional
    public Program create(WorkspaceId workspace, NewProgram told) {
        String starter = told.starter() == null || told.starter().isBlank() ? "company" : told.starter();
        if (!STARTERS.contains(starter)) {
            throw Problem.invalid("starter", "problem.starter", String.join(", ", STARTERS));
        }
        var program = new Program(ProgramId.next(), name(told.name()), clock.instant());
        repository.insert(workspace, program);
        repository.insert(
                workspace,
                new Survey(
                        Ids.next(),
                        program.id(),
                        1,
                        question(
                                told.scoreQuestion(),
                                "On a scale of 0 to 10, how likely are you to recommend us to a friend or colleague?"),
                        question(told.whyQuestion(), "What is the primary reason for your score?")),
                clock.instant());
        events.publishEvent(new ProgramCreated(workspace, program.id(), starter));
        return program;
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
        program(workspace, program);
        if (told.opensAt() == null
                || told.closesAt() == null
                || !told.closesAt().isAfter(told.opensAt())) {
            throw Problem.invalid("closesAt", "problem.wave.order");
        }
        var survey = repository.latestSurvey(workspace, program);
        var wave = new Wave(WaveId.next(), program, survey.id(), name(told.name()), told.opensAt(), told.closesAt());
        try {
            repository.insert(workspace, wave, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.wave.name");
        }
        return wave;
    }

    /** The waves of a program, the earliest first. */
    public List<Wave> waves(WorkspaceId workspace, ProgramId program) {
        return repository.waves(workspace, program);
    }

    public Wave wave(WorkspaceId workspace, WaveId id) {
        return repository.wave(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.wave"));
    }

    /** The questions that a program asks now. */
    public Survey latestSurvey(WorkspaceId workspace, ProgramId program) {
        return repository.latestSurvey(workspace, program(workspace, program).id());
    }

    public Survey survey(WorkspaceId workspace, UUID id) {
        return repository.survey(workspace, id);
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > 100) {
            throw Problem.invalid("name", "problem.name");
        }
        return name.strip();
    }

    private static String question(@Nullable String told, String standard) {
        if (told == null || told.isBlank()) {
            return standard;
        }
        if (told.length() > 500) {
            throw Problem.invalid("question", "problem.question");
        }
        return told.strip();
    }
}
