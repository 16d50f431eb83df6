package org.upturn.server.history;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.upturn.server.history.PastImport.State;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.sheets.ColumnGuess;
import org.upturn.server.sheets.DateOrder;
import org.upturn.server.sheets.Row;
import org.upturn.server.sheets.Sheet;
import org.upturn.server.sheets.SheetException;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The door for files of past responses: keep one, choose what its columns are, try, start, watch, take back. */
@Service
public class PastImports {
    private static final int SHOWN = 5;

    private final PastImportRepository repository;
    private final ImportRowRepository rows;
    private final ImportFiles files;
    private final PastTrial trial;
    private final PastImportWorker worker;
    private final Surveys surveys;
    private final AuditLog audit;
    private final Clock clock;

    PastImports(
            PastImportRepository repository,
            ImportRowRepository rows,
            ImportFiles files,
            PastTrial trial,
            PastImportWorker worker,
            Surveys surveys,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.files = files;
        this.trial = trial;
        this.worker = worker;
        this.surveys = surveys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a person chose; null where the guess stands.
     *
     * @param becomes what each column becomes, in the order of the file
     * @param waves how an answer finds its wave
     * @param sheet of a workbook
     */
    public record Choice(
            @Nullable ProgramId program,
            @Nullable List<String> becomes,
            @Nullable WaveRule waves,
            @Nullable Boolean monthFirst,
            @Nullable String sheet) {
        public static final Choice NONE = new Choice(null, null, null, null, null);
    }

    /** The first rows of a file. @param sheets of a workbook, to choose from */
    public record Preview(List<String> columns, List<List<String>> rows, List<String> sheets) {}

    /** Keeps the file and guesses what its columns are; nothing is imported yet. */
    public PastImport upload(Member by, ProgramId program, String fileName, InputStream content) {
        surveys.program(by.workspace(), program);
        UUID id = Ids.next();
        files.keep(id, content);
        try {
            Guessed begun = guess(by.workspace(), program, id, fileName, null);
            repository.insert(by, begun.file(), begun.separator(), clock.instant());
            return begun.file();
        } catch (SheetException unreadable) {
            files.forget(id);
            throw Problem.invalid("file", unreadable.message());
        } catch (RuntimeException failure) {
            files.forget(id);
            throw failure;
        }
    }

    private record Guessed(PastImport file, char separator) {}

    private Guessed guess(WorkspaceId workspace, ProgramId program, UUID id, String fileName, @Nullable String wanted) {
        try (Sheet sheet = Sheet.open(files.of(id), wanted)) {
            List<PastImport.Mapped> mapping = ColumnAliases.guess(sheet);
            boolean waveColumn = mapping.stream().anyMatch(one -> one.becomes() == PastColumn.WAVE);
            PastImport file = PastImport.begun(
                    id,
                    program,
                    fileName,
                    sheet.sheet(),
                    mapping,
                    new WaveRule(waveColumn ? WaveRule.By.COLUMN : WaveRule.By.QUARTER, null),
                    monthFirst(sheet, mapping),
                    surveys.latestSurvey(workspace, program).questionnaire().base());
            return new Guessed(file, sheet.format().separator());
        }
    }

    private static boolean monthFirst(Sheet sheet, List<PastImport.Mapped> mapping) {
        var order = new DateOrder();
        for (int i = 0; i < mapping.size(); i++) {
            if (mapping.get(i).becomes() == PastColumn.DATE) {
                int column = i;
                sheet.sample(ColumnGuess.SAMPLE)
                        .forEach(row -> order.see(row.cells().get(column)));
            }
        }
        return order.isMonthFirst();
    }

    public Preview preview(WorkspaceId workspace, UUID id) {
        PastImport known = waiting(workspace, id);
        try (Sheet sheet = Sheet.open(files.of(id), known.sheet().isEmpty() ? null : known.sheet())) {
            return new Preview(
                    sheet.columns(),
                    sheet.sample(SHOWN).stream().map(Row::cells).toList(),
                    sheet.sheets());
        }
    }

    /** Keeps what was chosen, and what the import would do with it. */
    public PastImport check(Member by, UUID id, Choice choice) {
        PastImport chosen = chosen(by.workspace(), waiting(by.workspace(), id), choice);
        PastImport checked = chosen.with(trial.check(by.workspace(), chosen, files.of(id)));
        repository.choose(by.workspace(), checked);
        return checked;
    }

    /** Begins to import in the background. */
    public PastImport start(Member by, UUID id, Choice choice) {
        PastImport chosen = chosen(by.workspace(), waiting(by.workspace(), id), choice);
        repository.choose(by.workspace(), chosen);
        move(by, id, State.PREVIEW, State.RUNNING, "past-import.started");
        return find(by.workspace(), id);
    }

    public PastImport pause(Member by, UUID id) {
        find(by.workspace(), id);
        if (!repository.go(by.workspace(), id, State.RUNNING, State.PAUSED, clock.instant())) {
            throw Problem.conflict("problem.history.state");
        }
        return find(by.workspace(), id);
    }

    /** Goes on with one that was paused or stopped by a failure. */
    public PastImport resume(Member by, UUID id) {
        State from = find(by.workspace(), id).state() == State.FAILED ? State.FAILED : State.PAUSED;
        if (!files.has(id)) {
            throw Problem.conflict("problem.history.gone");
        }
        move(by, id, from, State.RUNNING, "past-import.resumed");
        return find(by.workspace(), id);
    }

    /** Ends one for good where it stands; what is in stays, and can be taken back. */
    public PastImport cancel(Member by, UUID id) {
        find(by.workspace(), id);
        for (State from : List.of(State.RUNNING, State.PAUSED, State.PREVIEW)) {
            if (repository.go(by.workspace(), id, from, State.CANCELLED, clock.instant())) {
                audit.record(by, "past-import.cancelled", id);
                return find(by.workspace(), id);
            }
        }
        throw Problem.conflict("problem.history.state");
    }

    /** Takes back in the background what it did, as far as nobody needs it by now. */
    public PastImport undo(Member by, UUID id) {
        PastImport known = find(by.workspace(), id);
        if (!known.isUndoable()) {
            throw Problem.conflict("problem.import.undo");
        }
        move(by, id, known.state(), State.UNDOING, "past-import.undone");
        return find(by.workspace(), id);
    }

    private void move(Member by, UUID id, State from, State to, String action) {
        if (!repository.go(by.workspace(), id, from, to, clock.instant())) {
            throw Problem.conflict("problem.history.state");
        }
        audit.record(by, action, id);
        worker.work(by.workspace(), id);
    }

    private PastImport waiting(WorkspaceId workspace, UUID id) {
        PastImport known = find(workspace, id);
        if (known.state() != State.PREVIEW) {
            throw Problem.conflict("problem.import.started");
        }
        return known;
    }

    private PastImport chosen(WorkspaceId workspace, PastImport known, Choice choice) {
        boolean otherSheet = choice.sheet() != null && !choice.sheet().equals(known.sheet());
        ProgramId program = choice.program() == null ? known.program() : choice.program();
        surveys.program(workspace, program);
        PastImport base;
        try {
            base = otherSheet
                    ? guess(workspace, program, known.id(), known.fileName(), choice.sheet())
                            .file()
                    : known;
        } catch (SheetException unreadable) {
            throw Problem.invalid("sheet", unreadable.message());
        }
        List<PastImport.Mapped> mapping = choice.becomes() == null || otherSheet
                ? base.mapping()
                : Mappings.with(base.mapping(), choice.becomes());
        WaveRule waves = choice.waves() == null ? base.waves() : choice.waves();
        Mappings.check(mapping, waves);
        return base.with(
                program, mapping, waves, choice.monthFirst() == null ? base.monthFirst() : choice.monthFirst());
    }

    /** What stands between the cells of the file. */
    public char separator(WorkspaceId workspace, UUID id) {
        return rows.separator(workspace, id);
    }

    public PastImport find(WorkspaceId workspace, UUID id) {
        return repository.find(workspace, id);
    }

    /** Imports, the latest first. */
    public Slice<PastImport> list(WorkspaceId workspace, @Nullable UUID after, int limit) {
        return Slice.of(repository.list(workspace, after, limit + 1), limit, PastImport::id);
    }

    /** Some rows that were not taken, in the order of the file, behind a row. */
    public List<PastImport.Rejected> rejected(WorkspaceId workspace, UUID id, int after, int limit) {
        return rows.rejected(workspace, id, after, limit);
    }
}
