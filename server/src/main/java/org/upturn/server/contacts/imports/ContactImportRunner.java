package org.upturn.server.contacts.imports;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.contacts.Contacts.Outcome;
import org.upturn.server.contacts.Contacts.Registered;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.contacts.Registry;
import org.upturn.server.contacts.duplicates.Duplicates;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.sheets.Line;
import org.upturn.server.sheets.Sheet;

/**
 * Brings a file's contacts in, some hundred rows at a time. Rows and progress are stored in one transaction, so an
 * import that was cut off goes on where it stood and takes no row twice.
 */
@Component
class ContactImportRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ContactImportRunner.class);
    private static final int CHUNK = 500;

    private final ContactImportRepository repository;
    private final Registry registry;
    private final ImportChangeRepository changes;
    private final ImportRows rows;
    private final Duplicates duplicates;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ContactImportRunner(
            ContactImportRepository repository,
            Registry registry,
            ImportChangeRepository changes,
            ImportRows rows,
            Duplicates duplicates,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.registry = registry;
        this.changes = changes;
        this.rows = rows;
        this.duplicates = duplicates;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Goes on with what a killed server has left. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        repository.running().forEach((id, workspace) -> run(workspace, id));
    }

    /** What is wrong with a row is kept in the language of whoever imports it. */
    void run(WorkspaceId workspace, UUID id) {
        Locale language = LocaleContextHolder.getLocale();
        Thread.ofVirtual().name("import").start(() -> {
            LocaleContextHolder.setLocale(language);
            try {
                importAll(workspace, id);
            } catch (RuntimeException failure) {
                LOG.error("Import {} failed", id, failure);
                repository.fail(
                        workspace,
                        id,
                        rows.said(new Message(
                                "problem.import.stopped", failure.getClass().getSimpleName())),
                        clock.instant());
            }
        });
    }

    private void importAll(WorkspaceId workspace, UUID id) {
        ContactImport known = repository.find(workspace, id).orElseThrow();
        try (Sheet sheet = Sheet.open(new ByteArrayInputStream(repository.content(workspace, id)), known.sheet())) {
            if (known.rowsAll() == null) {
                try (Stream<Line> lines = sheet.lines()) {
                    repository.count(workspace, id, (int) lines.count());
                }
            }
            try (Stream<Line> lines = sheet.lines()) {
                importChunks(workspace, known, lines.iterator());
            }
        }
        repository.finish(workspace, id, clock.instant());
        duplicates.look(workspace);
    }

    private void importChunks(WorkspaceId workspace, ContactImport known, Iterator<Line> lines) {
        var told = new Told(known.mapping(), registry.rules(workspace));
        int done = 0;
        while (done < known.rowsDone() && lines.hasNext()) {
            remember(told, lines.next());
            done++;
        }
        while (lines.hasNext()) {
            var chunk = new ArrayList<Line>(CHUNK);
            while (lines.hasNext() && chunk.size() < CHUNK) {
                chunk.add(lines.next());
            }
            int expected = done;
            transaction.executeWithoutResult(status -> importChunk(workspace, known, told, chunk, expected));
            if (done == known.rowsDone()) {
                repository.analyze();
            }
            done += chunk.size();
        }
    }

    /** A chunk that somebody else has brought in meanwhile is passed over. */
    private void importChunk(WorkspaceId workspace, ContactImport known, Told told, List<Line> chunk, int expected) {
        if (repository.lockRowsDone(workspace, known.id()) != expected) {
            return;
        }
        var rejected = new ArrayList<ContactImport.Rejected>();
        var taken = new ArrayList<NewContact>();
        for (Line line : chunk) {
            ContactImport.Rejected refusal = rows.judge(told, line, taken);
            if (refusal != null) {
                rejected.add(refusal);
            }
        }
        List<Registered> done = registry.register(workspace, taken);
        changes.insert(workspace, known.id(), done);
        repository.insert(workspace, known.id(), rejected);
        repository.advance(workspace, known.id(), new int[] {
            chunk.size(),
            count(done, Outcome.CREATED),
            count(done, Outcome.UPDATED),
            count(done, Outcome.UNCHANGED),
            rejected.size()
        });
    }

    private static int count(List<Registered> done, Outcome outcome) {
        return (int) done.stream().filter(one -> one.outcome() == outcome).count();
    }

    /** What a row that was taken before the import was cut off has told. */
    private static void remember(Told told, Line line) {
        if (line instanceof Line.Sound sound) {
            try {
                told.add(sound.row());
            } catch (Problem refusedBefore) {
                return;
            }
        }
    }
}
