package org.upturn.server.instant;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Score;
import org.upturn.server.sheets.Columns;
import org.upturn.server.sheets.DateOrder;
import org.upturn.server.sheets.Dates;
import org.upturn.server.sheets.Line;
import org.upturn.server.sheets.Parsed;
import org.upturn.server.sheets.RejectedFile;
import org.upturn.server.sheets.Rejection;
import org.upturn.server.sheets.Role;
import org.upturn.server.sheets.Row;
import org.upturn.server.sheets.Scores;
import org.upturn.server.sheets.Sheet;

/**
 * Turns the rows of a sheet into answers. A row without a usable score, with an unreadable or future date, or without a
 * wave where waves are asked for is refused and handed back; a valid score without words is a silent answer and stays.
 */
final class AnswerImport {
    private final Sheet sheet;
    private final Columns columns;
    private final WaveNaming waves;
    private final Clock clock;
    private final Path rejectedFile;
    private final List<Answer> answers = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private @Nullable RejectedFile rejected;
    private Dates dates;

    AnswerImport(Sheet sheet, Columns columns, WaveNaming waves, Clock clock, Path rejectedFile) {
        this.sheet = sheet;
        this.columns = columns;
        this.waves = waves;
        this.clock = clock;
        this.rejectedFile = rejectedFile;
        this.dates = new Dates(new DateOrder(), clock);
    }

    Imported run() {
        List<String> notes = new ArrayList<>();
        DateOrder order = dateOrder();
        dates = new Dates(order, clock);
        try (Stream<Line> lines = sheet.lines()) {
            lines.forEach(this::take);
        } finally {
            if (rejected != null) {
                rejected.close();
            }
        }
        if (!order.note().isEmpty()) {
            notes.add(order.note());
        }
        if (answers.size() >= 20
                && answers.stream().noneMatch(answer -> answer.score().value() == 0)) {
            notes.add(new Message("instant.notes.scale").english());
        }
        return new Imported(answers.size() + rejections.size(), answers, rejections, columns, notes);
    }

    private DateOrder dateOrder() {
        DateOrder order = new DateOrder();
        if (columns.has(Role.DATE)) {
            try (Stream<Line> lines = sheet.lines()) {
                lines.filter(Line.Sound.class::isInstance)
                        .forEach(line -> order.see(columns.cell(line.row(), Role.DATE)));
            }
        }
        return order;
    }

    private void take(Line line) {
        switch (line) {
            case Line.Broken broken -> reject(broken.row(), broken.column(), "", broken.reason());
            case Line.Sound sound -> take(sound.row());
        }
    }

    private void take(Row row) {
        switch (Scores.parse(columns.cell(row, Role.SCORE))) {
            case Parsed.Refused<Score> refused -> reject(row, Role.SCORE, refused.reason());
            case Parsed.Value<Score> score -> takeScored(row, score.value());
        }
    }

    private void takeScored(Row row, Score score) {
        String cell = columns.cell(row, Role.DATE);
        if (cell.isEmpty()) {
            if (waves.needsDate()) {
                reject(row, Role.DATE, new Message("instant.rejected.date", waves.word()).english());
            } else {
                add(row, score, null);
            }
            return;
        }
        switch (dates.parse(cell)) {
            case Parsed.Refused<Instant> refused -> reject(row, Role.DATE, refused.reason());
            case Parsed.Value<Instant> when -> add(row, score, when.value());
        }
    }

    private void add(Row row, Score score, @Nullable Instant when) {
        String wave = waves.name(columns.cell(row, Role.WAVE), when, clock.getZone());
        if (wave.isEmpty() && waves.isGiven()) {
            reject(row, Role.WAVE, new Message("instant.rejected.wave").english());
            return;
        }
        List<String> segments = columns.segments().stream()
                .map(index -> row.cells().get(index).strip())
                .toList();
        answers.add(new Answer(
                row.number(),
                contact(row),
                columns.cell(row, Role.NAME),
                score,
                columns.cell(row, Role.VERBATIM),
                wave,
                when,
                previous(row),
                segments));
    }

    /** The id, or where there is none the e-mail address. A name is not enough: two people may share it. */
    private @Nullable String contact(Row row) {
        String id = columns.cell(row, Role.CONTACT);
        String email = columns.cell(row, Role.EMAIL).toLowerCase(Locale.ROOT);
        if (!id.isEmpty()) {
            return id;
        }
        return email.isEmpty() ? null : email;
    }

    private @Nullable Score previous(Row row) {
        return Scores.parse(columns.cell(row, Role.PREVIOUS)) instanceof Parsed.Value<Score> score
                ? score.value()
                : null;
    }

    private void reject(Row row, Role role, String reason) {
        reject(row, columns.name(role).orElse(""), columns.cell(row, role), reason);
    }

    private void reject(Row row, String column, String value, String reason) {
        if (rejected == null) {
            rejected = RejectedFile.create(rejectedFile, sheet.columns());
        }
        rejected.add(row, reason);
        rejections.add(new Rejection(row.number(), column, value, reason));
    }
}
