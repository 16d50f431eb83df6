package org.upturn.server.history;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Registry;
import org.upturn.server.contacts.bulk.BulkContacts;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.bulk.BulkResponses;
import org.upturn.server.sheets.Line;
import org.upturn.server.sheets.Sheet;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Workspaces;

/** Tries an import: reads as the import would, so far as a person waits for it, and stores nothing. */
@Component
class PastTrial {
    /** Some two seconds. */
    static final int MOST_ROWS = 50_000;

    private static final int CHUNK = 5_000;
    private static final int SHOWN = 100;
    private static final int SHOWN_WAVES = 40;

    private final BulkContacts contacts;
    private final BulkResponses responses;
    private final Registry registry;
    private final Surveys surveys;
    private final Workspaces workspaces;
    private final MessageSource messages;
    private final Clock clock;

    PastTrial(
            BulkContacts contacts,
            BulkResponses responses,
            Registry registry,
            Surveys surveys,
            Workspaces workspaces,
            MessageSource messages,
            Clock clock) {
        this.contacts = contacts;
        this.responses = responses;
        this.registry = registry;
        this.surveys = surveys;
        this.workspaces = workspaces;
        this.messages = messages;
        this.clock = clock;
    }

    PastImport.Check check(WorkspaceId workspace, PastImport file, Path path) {
        try (Sheet sheet = Sheet.open(path, file.sheet().isEmpty() ? null : file.sheet());
                Stream<Line> lines = sheet.lines()) {
            var tally = new Tally(workspace, file);
            Iterator<Line> all = lines.iterator();
            while (all.hasNext() && tally.rows < MOST_ROWS) {
                tally.chunk(all);
            }
            return tally.result(!all.hasNext());
        }
    }

    /** Counts as it goes. */
    private final class Tally {
        private final WorkspaceId workspace;
        private final PastImport file;
        private final AnswerRows answers;
        private final Refusals refusals;
        private final Set<String> fresh = new HashSet<>();
        private final Set<String> people = new HashSet<>();
        private final Set<UUID> sources = new HashSet<>();
        private final Set<String> waves = new LinkedHashSet<>();
        private final List<PastImport.Rejected> refused = new ArrayList<>();
        private int rows;
        private int known;
        private int rejected;

        Tally(WorkspaceId workspace, PastImport file) {
            this.workspace = workspace;
            this.file = file;
            this.answers = new AnswerRows(
                    file, registry.rules(workspace), workspaces.find(workspace).timeZone(), clock);
            this.refusals = new Refusals(file, messages, LocaleContextHolder.getLocale());
        }

        void chunk(Iterator<Line> lines) {
            var told = new ArrayList<AnswerRows.Told>();
            for (int i = 0; i < CHUNK && lines.hasNext(); i++) {
                Line line = lines.next();
                rows++;
                try {
                    told.add(answers.read(line));
                } catch (AnswerRows.Refused why) {
                    rejected++;
                    if (refused.size() < SHOWN) {
                        refused.add(refusals.of(line, why));
                    }
                }
            }
            count(told);
        }

        private void count(List<AnswerRows.Told> told) {
            Set<UUID> here = responses.known(
                    workspace, told.stream().map(AnswerRows.Told::source).toList());
            told.forEach(one -> {
                if (here.contains(one.source()) || !sources.add(one.source())) {
                    known++;
                }
                waves.add(one.wave().name());
                people.add(String.valueOf(one.contact().externalId()));
            });
            contacts.countNew(
                    workspace, told.stream().map(AnswerRows.Told::contact).toList(), fresh);
        }

        PastImport.Check result(boolean whole) {
            Set<String> there = surveys.waves(workspace, file.program()).stream()
                    .map(Wave::name)
                    .collect(Collectors.toSet());
            return new PastImport.Check(
                    rows,
                    whole,
                    rows - rejected - known,
                    known,
                    fresh.size(),
                    people.size() - fresh.size(),
                    rejected,
                    waves.size(),
                    (int) waves.stream().filter(name -> !there.contains(name)).count(),
                    waves.stream().sorted().limit(SHOWN_WAVES).toList(),
                    refused);
        }
    }
}
