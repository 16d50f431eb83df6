package org.upturn.server.history;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
import org.upturn.server.history.PastImport.State;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.bulk.SettledResponses;
import org.upturn.server.sheets.SheetException;
import org.upturn.server.surveys.PastWaves;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.verbatims.history.Backfill;

/** Carries imports through their states in the background, and goes on with what a killed server has left. */
@Component
class PastImportWorker {
    private static final Logger LOG = LoggerFactory.getLogger(PastImportWorker.class);
    private static final int WORDS = 2_000;
    private static final int PEOPLE = 2_000;

    private final PastImportRepository repository;
    private final ImportRowRepository rows;
    private final PastImportRunner runner;
    private final PastImportUndo undo;
    private final SettledResponses settled;
    private final PastWaves waves;
    private final Backfill backfill;
    private final ImportFiles files;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PastImportWorker(
            PastImportRepository repository,
            ImportRowRepository rows,
            PastImportRunner runner,
            PastImportUndo undo,
            SettledResponses settled,
            PastWaves waves,
            Backfill backfill,
            ImportFiles files,
            MessageSource messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.runner = runner;
        this.undo = undo;
        this.settled = settled;
        this.waves = waves;
        this.backfill = backfill;
        this.files = files;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The file lies in this server's data folder, so only this server goes on with it. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        repository.moving().forEach((id, workspace) -> {
            if (files.has(id)) {
                work(workspace, id);
            }
        });
    }

    /** What is wrong with a row is kept in the language of whoever imports it. */
    void work(WorkspaceId workspace, UUID id) {
        Locale language = LocaleContextHolder.getLocale();
        Thread.ofVirtual().name("past import").start(() -> {
            LocaleContextHolder.setLocale(language);
            try {
                carry(workspace, id);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error failure) {
                LOG.error("Past import {} failed", id, failure);
                repository.fail(workspace, id, said(failure), clock.instant());
            }
        });
    }

    private String said(Throwable failure) {
        Message why = switch (failure) {
            case SheetException sheet -> sheet.message();
            case Problem problem -> problem.message();
            default -> new Message("problem.import.stopped", failure.getClass().getSimpleName());
        };
        return messages.getMessage(why, LocaleContextHolder.getLocale());
    }

    private void carry(WorkspaceId workspace, UUID id) throws InterruptedException {
        State state = repository.find(workspace, id).state();
        if (state == State.RUNNING
                && runner.run(workspace, id)
                && repository.go(workspace, id, State.RUNNING, State.SETTLING, clock.instant())) {
            state = State.SETTLING;
        }
        if (state == State.SETTLING) {
            settle(workspace, repository.find(workspace, id));
        }
        if (state == State.UNDOING) {
            PastImport file = repository.find(workspace, id);
            PastImport.Undone undone = undo.undo(workspace, file);
            link(workspace, file);
            repository.undone(workspace, id, undone);
        }
        if (state == State.SETTLING || state == State.UNDOING) {
            files.forget(id);
        }
    }

    private void settle(WorkspaceId workspace, PastImport file) {
        for (WaveId wave : rows.waves(workspace, file.id(), true)) {
            settled.span(workspace, wave)
                    .ifPresent(span -> waves.stretch(
                            workspace, wave, span.first(), span.last().plus(Duration.ofSeconds(1))));
        }
        link(workspace, file);
        index(workspace, file);
        backfill.ask(workspace, file.program());
        repository.go(workspace, file.id(), State.SETTLING, State.FINISHED, clock.instant());
    }

    private void link(WorkspaceId workspace, PastImport file) {
        @Nullable UUID after = null;
        Optional<UUID> last;
        do {
            @Nullable UUID from = after;
            last = Tries.of(() -> settled.link(workspace, file.program(), from, PEOPLE));
            after = last.orElse(null);
        } while (last.isPresent());
    }

    private void index(WorkspaceId workspace, PastImport file) {
        @Nullable UUID after = null;
        boolean more = true;
        while (more) {
            UUID from = after;
            // Another import may be putting an earlier answer before one of these at this moment.
            List<UUID> some = Tries.of(() -> transaction.execute(status -> {
                List<UUID> done = settled.index(workspace, file.id(), from, WORDS);
                repository.searchable(workspace, file.id(), done.size());
                return done;
            }));
            more = some != null && !some.isEmpty();
            after = more ? some.getLast() : null;
        }
    }
}
