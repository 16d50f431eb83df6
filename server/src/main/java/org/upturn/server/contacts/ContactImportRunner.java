package org.upturn.server.contacts;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
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
    private final ContactRepository contacts;
    private final TransactionTemplate transaction;
    private final MessageSource messages;
    private final Clock clock;

    ContactImportRunner(
            ContactImportRepository repository,
            ContactRepository contacts,
            PlatformTransactionManager transactions,
            MessageSource messages,
            Clock clock) {
        this.repository = repository;
        this.contacts = contacts;
        this.transaction = new TransactionTemplate(transactions);
        this.messages = messages;
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
                        said(new Message(
                                "problem.import.stopped", failure.getClass().getSimpleName())),
                        clock.instant());
            }
        });
    }

    private void importAll(WorkspaceId workspace, UUID id) {
        ContactImport known = repository.find(workspace, id).orElseThrow();
        try (Sheet sheet = Sheet.open(new ByteArrayInputStream(repository.content(workspace, id)))) {
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
    }

    private void importChunks(WorkspaceId workspace, ContactImport known, Iterator<Line> lines) {
        var told = new Told(known.mapping());
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
            done += chunk.size();
        }
    }

    /** A chunk that somebody else has brought in meanwhile is passed over. */
    private void importChunk(WorkspaceId workspace, ContactImport known, Told told, List<Line> chunk, int expected) {
        if (repository.lockRowsDone(workspace, known.id()) != expected) {
            return;
        }
        int created = 0;
        int updated = 0;
        var rejected = new ArrayList<ContactImport.Rejected>();
        var taken = new ArrayList<NewContact>();
        for (Line line : chunk) {
            ContactImport.Rejected refusal = judge(told, line, taken);
            if (refusal != null) {
                rejected.add(refusal);
            }
        }
        for (NewContact one : taken) {
            if (contacts.upsert(workspace, one, clock.instant()).created()) {
                created++;
            } else {
                updated++;
            }
        }
        repository.insert(workspace, known.id(), rejected);
        repository.advance(workspace, known.id(), new int[] {chunk.size(), created, updated, rejected.size()});
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

    private ContactImport.@Nullable Rejected judge(Told told, Line line, List<NewContact> taken) {
        return switch (line) {
            case Line.Broken broken ->
                new ContactImport.Rejected(
                        (int) broken.row().number(),
                        broken.column(),
                        null,
                        said(broken.message()),
                        shortened(broken.row().cells()));
            case Line.Sound sound -> {
                try {
                    taken.add(told.add(sound.row()));
                    yield null;
                } catch (Problem problem) {
                    yield rejected(told.mapping(), sound, problem);
                }
            }
        };
    }

    private ContactImport.Rejected rejected(List<ContactImport.Mapped> mapping, Line.Sound line, Problem problem) {
        for (int i = 0; i < mapping.size(); i++) {
            if (field(mapping.get(i)).equals(problem.field())) {
                String value = line.row().cells().get(i);
                return new ContactImport.Rejected(
                        (int) line.row().number(),
                        mapping.get(i).column(),
                        cut(value, 200),
                        said(problem.message()),
                        shortened(line.row().cells()));
            }
        }
        return new ContactImport.Rejected(
                (int) line.row().number(),
                null,
                null,
                said(problem.message()),
                shortened(line.row().cells()));
    }

    private String said(Message message) {
        return messages.getMessage(message, LocaleContextHolder.getLocale());
    }

    private static String field(ContactImport.Mapped mapped) {
        return switch (mapped.becomes()) {
            case EXTERNAL_ID -> "externalId";
            case ATTRIBUTE -> mapped.column();
            default -> mapped.becomes().word();
        };
    }

    /** What is handed back is kept whole unless it is a cell of absurd length. */
    private static List<String> shortened(List<String> cells) {
        return cells.stream().map(cell -> cut(cell, 10_000)).toList();
    }

    private static String cut(String text, int longest) {
        String clean = text.replace("\0", "");
        return clean.length() <= longest ? clean : clean.substring(0, longest) + "…";
    }
}
