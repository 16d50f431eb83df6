package org.upturn.server.channels;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.installation.Seal;
import org.upturn.server.invitations.Channel;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The door of the room: makes collectors, changes, closes and finds them. */
@Service
public class Collectors {
    private static final int KEY_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 200;

    private final CollectorRepository repository;
    private final Surveys surveys;
    private final Seal seal;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Collectors(CollectorRepository repository, Surveys surveys, Seal seal, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.surveys = surveys;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param wave null for whichever wave of the program is open */
    public record Told(String name, @Nullable WaveId wave, CollectorSettings settings) {}

    @Transactional
    public Collector make(Member by, ProgramId program, CollectorKind kind, Told told) {
        surveys.program(by.workspace(), program);
        if (repository.list(by.workspace(), program).size() >= MOST) {
            throw Problem.conflict("problem.collector.many", MOST);
        }
        var made = new Collector(
                by.workspace(),
                CollectorId.next(),
                program,
                wave(by.workspace(), program, told.wave()),
                kind,
                name(told.name()),
                random(KEY_BYTES),
                told.settings().checked(),
                false,
                clock.instant(),
                null);
        repository.insert(by, made);
        audit.record(by, "collector.made", made.id().value());
        return made;
    }

    @Transactional
    public Collector change(Member by, CollectorId id, Told told) {
        Collector known = find(by.workspace(), id);
        var changed = new Collector(
                known.workspace(),
                id,
                known.program(),
                wave(by.workspace(), known.program(), told.wave()),
                known.kind(),
                name(told.name()),
                known.key(),
                told.settings().checked(),
                known.signs(),
                known.createdAt(),
                known.closedAt());
        repository.update(changed);
        audit.record(by, "collector.changed", id.value());
        return changed;
    }

    /** Gives it another link; the one of before leads nowhere from now on. */
    @Transactional
    public Collector rotate(Member by, CollectorId id) {
        find(by.workspace(), id);
        repository.rotate(by.workspace(), id, random(KEY_BYTES));
        audit.record(by, "collector.rotated", id.value());
        return find(by.workspace(), id);
    }

    @Transactional
    public void close(Member by, CollectorId id) {
        if (find(by.workspace(), id).open()) {
            repository.close(by.workspace(), id, by, clock.instant());
            audit.record(by, "collector.closed", id.value());
        }
    }

    @Transactional
    public void reopen(Member by, CollectorId id) {
        if (!find(by.workspace(), id).open()) {
            repository.close(by.workspace(), id, null, null);
            audit.record(by, "collector.reopened", id.value());
        }
    }

    /** A new secret for the team's site to sign with; the one of before is worth nothing from now on. */
    @Transactional
    public String newSecret(Member by, CollectorId id) {
        Collector known = find(by.workspace(), id);
        if (known.kind() != CollectorKind.WIDGET) {
            throw Problem.conflict("problem.collector.secret");
        }
        String secret = random(SECRET_BYTES);
        repository.keepSecret(by.workspace(), id, seal.close(secret, purpose(known)));
        audit.record(by, "collector.secret", id.value());
        return secret;
    }

    Optional<String> secret(Collector of) {
        return repository.secret(of.workspace(), of.id()).map(kept -> seal.open(kept, purpose(of)));
    }

    private static String purpose(Collector of) {
        return "collector " + of.workspace().value() + " " + of.id().value();
    }

    public Collector find(WorkspaceId workspace, CollectorId id) {
        return repository.find(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.collector"));
    }

    /** The collectors of a program, the first one first. */
    public List<Collector> list(WorkspaceId workspace, ProgramId program) {
        surveys.program(workspace, program);
        return repository.list(workspace, program);
    }

    /** What a public link leads to, if it is of this kind and takes answers. */
    public Optional<Collector> findByKey(CollectorKind kind, String key) {
        return repository.findByKey(key).filter(one -> one.kind() == kind && one.open());
    }

    /**
     * The wave that an answer given at this time belongs to: the collector's own, else of the rounds that were open the one
     * that opened last. Waves in which a schedule asks single people are theirs alone.
     *
     * @throws Problem when none was open
     */
    public Wave wave(Collector of, Instant when) {
        List<Wave> waves = of.wave() == null
                ? surveys.waves(of.workspace(), of.program()).stream()
                        .filter(one -> !one.rolling())
                        .toList()
                : List.of(surveys.wave(of.workspace(), of.wave()));
        return waves.stream()
                .filter(one -> !when.isBefore(one.opensAt()) && when.isBefore(one.closesAt()))
                .max(Comparator.comparing(Wave::opensAt)
                        .thenComparing(one -> one.id().value()))
                .orElseThrow(() -> Problem.conflict("problem.collector.noWave"));
    }

    /** The answers of a wave, by the channel they came by. */
    public Map<Channel, Long> counts(WorkspaceId workspace, WaveId wave) {
        surveys.wave(workspace, wave);
        return repository.counts(workspace, wave);
    }

    private @Nullable WaveId wave(WorkspaceId workspace, ProgramId program, @Nullable WaveId told) {
        if (told != null && !surveys.wave(workspace, told).program().equals(program)) {
            throw Problem.notFound("problem.unknown.wave");
        }
        return told;
    }

    private static String name(String told) {
        String name = told.replace("\0", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "problem.collector.name", LONGEST_NAME);
        }
        return name;
    }

    private String random(int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(some);
    }
}
