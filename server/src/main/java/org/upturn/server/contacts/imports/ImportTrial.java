package org.upturn.server.contacts.imports;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Contacts.Outcome;
import org.upturn.server.contacts.Contacts.Registered;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.contacts.Registry;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.sheets.Line;
import org.upturn.server.sheets.Sheet;
import org.upturn.server.sheets.SheetException;

/** Tries an import: reads the whole file as the import would and stores nothing. */
@Component
class ImportTrial {
    private static final int CHUNK = 500;
    private static final int SHOWN = 100;

    private final Registry registry;
    private final ImportRows rows;

    ImportTrial(Registry registry, ImportRows rows) {
        this.registry = registry;
        this.rows = rows;
    }

    ImportCheck check(WorkspaceId workspace, List<ContactImport.Mapped> mapping, byte[] content, String sheetName) {
        var tally = new Tally(workspace, new Told(mapping, registry.rules(workspace)));
        try (Sheet sheet = Sheet.open(new ByteArrayInputStream(content), sheetName);
                Stream<Line> lines = sheet.lines()) {
            Iterator<Line> all = lines.iterator();
            while (all.hasNext()) {
                tally.chunk(all);
            }
        } catch (SheetException unreadable) {
            throw Problem.invalid("file", unreadable.message());
        }
        return tally.result();
    }

    /** Counts as it goes. */
    private final class Tally {
        private final WorkspaceId workspace;
        private final Told told;
        private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        private final Set<String> made = new java.util.HashSet<>();
        private final Set<String> accounts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        private final List<ContactImport.Rejected> refused = new ArrayList<>();
        private final List<ImportCheck.Hinted> hints = new ArrayList<>();
        private int all;
        private int rejected;
        private int hinted;

        Tally(WorkspaceId workspace, Told told) {
            this.workspace = workspace;
            this.told = told;
        }

        void chunk(Iterator<Line> lines) {
            var taken = new ArrayList<NewContact>();
            for (int i = 0; i < CHUNK && lines.hasNext(); i++) {
                row(lines.next(), taken);
            }
            for (Registered seen : registry.foresee(workspace, taken)) {
                boolean again = seen.created() && !made.add(seen.contact().externalId());
                outcomes.merge(again ? Outcome.UNCHANGED : seen.outcome(), 1, Integer::sum);
            }
        }

        private void row(Line line, List<NewContact> taken) {
            all++;
            ContactImport.Rejected refusal = rows.judge(told, line, taken);
            if (refusal != null) {
                rejected++;
                keep(refused, refusal);
                return;
            }
            NewContact contact = taken.getLast();
            if (contact.account() != null) {
                accounts.add(contact.account());
            }
            for (ImportCheck.Hinted hint : rows.hints(told, line, contact)) {
                hinted++;
                keep(hints, hint);
            }
        }

        private static <T> void keep(List<T> shown, T one) {
            if (shown.size() < SHOWN) {
                shown.add(one);
            }
        }

        ImportCheck result() {
            return new ImportCheck(
                    all,
                    outcomes.getOrDefault(Outcome.CREATED, 0),
                    outcomes.getOrDefault(Outcome.UPDATED, 0),
                    outcomes.getOrDefault(Outcome.UNCHANGED, 0),
                    rejected,
                    registry.newAccounts(workspace, accounts),
                    hinted,
                    refused,
                    hints);
        }
    }
}
