package org.upturn.server.contacts;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.sheets.ColumnGuess;
import org.upturn.server.sheets.Columns;
import org.upturn.server.sheets.Role;
import org.upturn.server.sheets.Row;
import org.upturn.server.sheets.Sheet;
import org.upturn.server.sheets.SheetException;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The door for files of contacts: upload, look at the mapping, start, watch. */
@Service
public class ContactImports {
    private static final Map<Role, ImportColumn> MEANING = Map.of(
            Role.CONTACT, ImportColumn.EXTERNAL_ID,
            Role.NAME, ImportColumn.NAME,
            Role.EMAIL, ImportColumn.EMAIL,
            Role.PHONE, ImportColumn.PHONE,
            Role.ACCOUNT, ImportColumn.ACCOUNT);

    /** Columns that become attributes without being asked; a contact has at most 50 of them. */
    private static final int MOST_GUESSED = 40;

    private final ContactImportRepository repository;
    private final ContactImportRunner runner;
    private final AuditLog audit;
    private final Clock clock;

    ContactImports(ContactImportRepository repository, ContactImportRunner runner, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.runner = runner;
        this.audit = audit;
        this.clock = clock;
    }

    /** The first rows of a file as they stand in it. */
    public record Preview(List<String> columns, List<List<String>> rows) {}

    /** Keeps the file and guesses what its columns are; nothing is imported yet. */
    @Transactional
    public ContactImport upload(Member by, String fileName, byte[] content) {
        var begun = new ContactImport(
                Ids.next(), fileName, guess(content), ContactImport.State.PREVIEW, null, 0, null, 0, 0, 0);
        repository.insert(by, begun, content, clock.instant());
        return begun;
    }

    /**
     * Keeps the file and begins to import it at once; a file that cannot be imported that way is not kept.
     *
     * @param becomes as in {@link #start}
     */
    public ContactImport begin(Member by, String fileName, byte[] content, @Nullable List<ImportColumn> becomes) {
        mapping(guess(content), becomes);
        return start(by, upload(by, fileName, content).id(), becomes);
    }

    private static List<ContactImport.Mapped> guess(byte[] content) {
        try (Sheet sheet = Sheet.open(new ByteArrayInputStream(content))) {
            return guess(sheet);
        } catch (SheetException unreadable) {
            throw Problem.invalid("file", unreadable.message());
        }
    }

    private static List<ContactImport.Mapped> guess(Sheet sheet) {
        Columns columns = ColumnGuess.of(sheet);
        var mapping = new ArrayList<ContactImport.Mapped>();
        for (int i = 0; i < columns.names().size(); i++) {
            mapping.add(new ContactImport.Mapped(columns.names().get(i), guess(columns, i)));
        }
        return mapping;
    }

    private static ImportColumn guess(Columns columns, int index) {
        for (var role : columns.roles().entrySet()) {
            if (role.getValue() == index) {
                return MEANING.getOrDefault(role.getKey(), ImportColumn.LEAVE_OUT);
            }
        }
        return index < MOST_GUESSED ? ImportColumn.ATTRIBUTE : ImportColumn.LEAVE_OUT;
    }

    public Preview preview(WorkspaceId workspace, UUID id) {
        byte[] content = repository.content(workspace, id);
        try (Sheet sheet = Sheet.open(new ByteArrayInputStream(content))) {
            return new Preview(
                    sheet.columns(), sheet.sample(5).stream().map(Row::cells).toList());
        }
    }

    /**
     * Begins to import in the background.
     *
     * @param becomes what each column becomes, in the order of the file; as guessed when null
     */
    public ContactImport start(Member by, UUID id, @Nullable List<ImportColumn> becomes) {
        ContactImport known = find(by.workspace(), id);
        if (known.state() != ContactImport.State.PREVIEW) {
            throw Problem.conflict("problem.import.started");
        }
        List<ContactImport.Mapped> mapping = mapping(known.mapping(), becomes);
        repository.start(by.workspace(), id, mapping);
        audit.record(by, "contact-import.started", id);
        runner.run(by.workspace(), id);
        return find(by.workspace(), id);
    }

    private static List<ContactImport.Mapped> mapping(
            List<ContactImport.Mapped> guessed, @Nullable List<ImportColumn> becomes) {
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

    private static List<ContactImport.Mapped> mapped(List<ContactImport.Mapped> known, List<ImportColumn> becomes) {
        if (becomes.size() != known.size()) {
            throw Problem.invalid("mapping", "problem.import.columns", known.size());
        }
        var mapping = new ArrayList<ContactImport.Mapped>();
        for (int i = 0; i < known.size(); i++) {
            mapping.add(new ContactImport.Mapped(known.get(i).column(), becomes.get(i)));
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
