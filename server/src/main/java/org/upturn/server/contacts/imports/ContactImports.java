package org.upturn.server.contacts.imports;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.upturn.server.contacts.Attributes;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.sheets.Row;
import org.upturn.server.sheets.Sheet;
import org.upturn.server.sheets.SheetException;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The door for files of contacts: upload, look at the mapping, start, watch. */
@Service
public class ContactImports {
    private final ContactImportRepository repository;
    private final ContactImportRunner runner;
    private final ImportTrial trial;
    private final ImportUndo undo;
    private final ImportChangeRepository changes;
    private final Attributes attributes;
    private final AuditLog audit;
    private final Clock clock;

    ContactImports(
            ContactImportRepository repository,
            ContactImportRunner runner,
            ImportTrial trial,
            ImportUndo undo,
            ImportChangeRepository changes,
            Attributes attributes,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.runner = runner;
        this.trial = trial;
        this.undo = undo;
        this.changes = changes;
        this.attributes = attributes;
        this.audit = audit;
        this.clock = clock;
    }

    /** The first rows of a file as they stand in it. @param sheets of a workbook, to choose from */
    public record Preview(List<String> columns, List<List<String>> rows, List<String> sheets) {}

    /** Keeps the file and guesses what its columns are; nothing is imported yet. */
    public ContactImport upload(Member by, String fileName, byte[] content) {
        return upload(by, fileName, content, "");
    }

    private ContactImport upload(Member by, String fileName, byte[] content, String sheet) {
        Looked looked = look(by.workspace(), content, sheet);
        var begun = new ContactImport(
                Ids.next(),
                fileName,
                looked.sheet(),
                looked.mapping(),
                null,
                ContactImport.State.PREVIEW,
                null,
                0,
                null,
                0,
                0,
                0,
                0,
                null);
        repository.insert(by, begun, content, looked.separator(), clock.instant());
        return begun;
    }

    /**
     * What an import of this file would do; nothing is kept.
     *
     * @param becomes as in {@link #start}
     * @param sheet of a workbook; the first that holds something when null
     */
    public ImportCheck check(
            WorkspaceId workspace, byte[] content, @Nullable List<String> becomes, @Nullable String sheet) {
        Looked looked = look(workspace, content, sheet == null ? "" : sheet);
        return trial.check(workspace, mapping(looked.mapping(), becomes), content, looked.sheet());
    }

    /** Keeps the mapping of a file that waits, and what the import would do with it. */
    public ImportCheck check(Member by, UUID id, @Nullable List<String> becomes) {
        ContactImport known = waiting(by.workspace(), id);
        List<ContactImport.Mapped> mapping = mapping(known.mapping(), becomes);
        ImportCheck checked =
                trial.check(by.workspace(), mapping, repository.content(by.workspace(), id), known.sheet());
        changes.check(by.workspace(), id, mapping, checked);
        return checked;
    }

    /** Looks at another sheet of a workbook that waits; its columns are guessed anew. */
    public void choose(Member by, UUID id, String sheet) {
        ContactImport known = waiting(by.workspace(), id);
        if (!sheet.equals(known.sheet())) {
            Looked looked = look(by.workspace(), repository.content(by.workspace(), id), sheet);
            changes.choose(by.workspace(), id, looked.sheet(), looked.mapping());
        }
    }

    /** Takes back what a finished import did, as far as nothing happened to its contacts since. */
    public ContactImport undo(Member by, UUID id) {
        ContactImport known = find(by.workspace(), id);
        if (!known.isUndoable()) {
            throw Problem.conflict("problem.import.undo");
        }
        changes.finish(by.workspace(), id, by.id().value(), undo.undo(by.workspace(), id));
        audit.record(by, "contact-import.undone", id);
        return find(by.workspace(), id);
    }

    /**
     * Keeps the file and begins to import it at once; a file that cannot be imported that way is not kept.
     *
     * @param becomes as in {@link #start}
     * @param sheet of a workbook; the first that holds something when null
     */
    public ContactImport begin(
            Member by, String fileName, byte[] content, @Nullable List<String> becomes, @Nullable String sheet) {
        String wanted = sheet == null ? "" : sheet;
        mapping(look(by.workspace(), content, wanted).mapping(), becomes);
        return start(by, upload(by, fileName, content, wanted).id(), becomes);
    }

    /** What a file is, before anybody said what its columns become. */
    private record Looked(List<ContactImport.Mapped> mapping, String sheet, char separator) {}

    private Looked look(WorkspaceId workspace, byte[] content, String wanted) {
        try (Sheet sheet = Sheet.open(new ByteArrayInputStream(content), wanted)) {
            return new Looked(
                    ColumnMeaning.guess(sheet, attributes.list(workspace)),
                    sheet.sheet(),
                    sheet.format().separator());
        } catch (SheetException unreadable) {
            throw Problem.invalid("file", unreadable.message());
        }
    }

    public Preview preview(WorkspaceId workspace, UUID id) {
        ContactImport known = find(workspace, id);
        try (Sheet sheet = Sheet.open(new ByteArrayInputStream(repository.content(workspace, id)), known.sheet())) {
            return new Preview(
                    sheet.columns(), sheet.sample(5).stream().map(Row::cells).toList(), sheet.sheets());
        }
    }

    /** What stands between the cells of the file. */
    public char separator(WorkspaceId workspace, UUID id) {
        return changes.separator(workspace, id);
    }

    /**
     * Begins to import in the background.
     *
     * @param becomes what each column becomes, in the order of the file; as guessed when null
     */
    public ContactImport start(Member by, UUID id, @Nullable List<String> becomes) {
        ContactImport known = waiting(by.workspace(), id);
        List<ContactImport.Mapped> mapping = mapping(known.mapping(), becomes);
        repository.start(by.workspace(), id, mapping);
        audit.record(by, "contact-import.started", id);
        runner.run(by.workspace(), id);
        return find(by.workspace(), id);
    }

    private ContactImport waiting(WorkspaceId workspace, UUID id) {
        ContactImport known = find(workspace, id);
        if (known.state() != ContactImport.State.PREVIEW) {
            throw Problem.conflict("problem.import.started");
        }
        return known;
    }

    private static List<ContactImport.Mapped> mapping(
            List<ContactImport.Mapped> guessed, @Nullable List<String> becomes) {
        List<ContactImport.Mapped> mapping = becomes == null ? guessed : mapped(guessed, becomes);
        if (mapping.stream()
                .noneMatch(one -> one.becomes() == ImportColumn.EXTERNAL_ID || one.becomes() == ImportColumn.EMAIL)) {
            throw Problem.invalid("mapping", "problem.import.mapping");
        }
        for (ImportColumn field : EnumSet.complementOf(EnumSet.of(ImportColumn.LEAVE_OUT, ImportColumn.ATTRIBUTE))) {
            if (mapping.stream().filter(one -> one.becomes() == field).count() > 1) {
                throw Problem.invalid("mapping", "problem.import.field", field.word());
            }
        }
        return mapping;
    }

    private static List<ContactImport.Mapped> mapped(List<ContactImport.Mapped> known, List<String> becomes) {
        if (becomes.size() != known.size()) {
            throw Problem.invalid("mapping", "problem.import.columns", known.size());
        }
        var mapping = new ArrayList<ContactImport.Mapped>();
        for (int i = 0; i < known.size(); i++) {
            mapping.add(ContactImport.Mapped.of(
                    known.get(i).column(), becomes.get(i).strip()));
        }
        return mapping;
    }

    public ContactImport find(WorkspaceId workspace, UUID id) {
        return repository.find(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.import"));
    }

    /** Imports, the latest first. */
    public Slice<ContactImport> list(WorkspaceId workspace, @Nullable UUID after, int limit) {
        return Slice.of(repository.list(workspace, after, limit + 1), limit, ContactImport::id);
    }

    /** Rows that were not taken, in the order of the file. */
    public List<ContactImport.Rejected> rejected(WorkspaceId workspace, UUID id, int limit) {
        return repository.rejected(workspace, id, limit);
    }
}
