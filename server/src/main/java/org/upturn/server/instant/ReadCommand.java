package org.upturn.server.instant;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Codebook;
import org.upturn.engine.CodebookException;
import org.upturn.engine.CodebookFile;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.UsageException;
import org.upturn.server.sheets.ColumnGuess;
import org.upturn.server.sheets.Columns;
import org.upturn.server.sheets.Role;
import org.upturn.server.sheets.Sheet;
import org.upturn.server.sheets.SheetException;

/**
 * {@code upturn read FILE.csv}: the instant report of a file of answers. Exit 0 when the file was read, also with rows
 * rejected; 2 when the command or the file is at fault, with a message that says how to mend it.
 */
public final class ReadCommand {
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    ReadCommand(Clock clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** Runs the command and gives its exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return new ReadCommand(Clock.systemDefaultZone(), out, err).run(args);
    }

    int run(String[] args) {
        if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
            out.println(new Message("console.read.usage").english());
            return 0;
        }
        try {
            read(ReadOptions.parse(args));
            return 0;
        } catch (UsageException e) {
            err.println(e.getMessage() + "\n\n" + new Message("console.read.usage").english());
            return 2;
        } catch (UncheckedIOException e) {
            err.println(new Message("console.read.unwritable", e.getCause().getMessage()).english());
            return 2;
        } catch (SheetException | CodebookException | IOException e) {
            err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return 2;
        }
    }

    private void read(ReadOptions options) throws IOException {
        // JSON alone must come out of standard output, so that it can be piped; the words go to the other stream.
        PrintStream talk = options.json() && options.out() == null ? err : out;
        Summary summary = new Summary(talk);
        Codebook codebook = codebook(options);
        try (Sheet sheet = Sheet.open(options.file())) {
            Columns columns = columns(options, sheet);
            WaveNaming waves = WaveNaming.of(options.wave(), columns.has(Role.WAVE));
            summary.columns(options.file(), sheet, columns);
            Imported imported = new AnswerImport(sheet, columns, waves, clock, options.rejectedFile()).run();
            History history = History.of(imported.answers());
            boolean terminal = System.console() != null && System.console().isTerminal();
            Readings readings =
                    Readings.of(history.answers(), codebook, question(columns), new Progress(talk, terminal));
            Findings findings = Findings.of(imported, history, codebook, readings);
            write(options, findings);
            summary.findings(findings, options.rejectedFile(), options.target());
        }
    }

    private static Codebook codebook(ReadOptions options) throws IOException {
        Path file = options.codebook();
        if (file == null) {
            return Codebook.starter("company");
        }
        try (InputStream yaml = Files.newInputStream(file)) {
            return CodebookFile.read(yaml);
        }
    }

    private static Columns columns(ReadOptions options, Sheet sheet) {
        Columns columns = ColumnGuess.of(sheet);
        String wave = options.wave();
        if (wave != null && !WaveNaming.isPeriod(wave)) {
            columns = columns.with(Role.WAVE, wave);
        }
        for (var named : options.roles().entrySet()) {
            columns = columns.with(named.getKey(), named.getValue());
        }
        if (!options.segments().isEmpty()) {
            columns = columns.withSegments(options.segments());
        }
        need(columns, Role.SCORE, new Message("console.read.score"));
        if (WaveNaming.isPeriod(wave)) {
            need(columns, Role.DATE, new Message("console.read.date", wave));
        }
        return columns;
    }

    private static void need(Columns columns, Role role, Message mend) {
        if (!columns.has(role)) {
            throw new SheetException("console.read.column", role.word(), mend, String.join(", ", columns.names()));
        }
    }

    /** A column named by the question that was asked tells the engine how to take the answers. */
    private static @Nullable String question(Columns columns) {
        return columns.name(Role.VERBATIM)
                .filter(name -> name.strip().contains(" "))
                .orElse(null);
    }

    private void write(ReadOptions options, Findings findings) throws IOException {
        Path target = options.target();
        if (target == null) {
            JsonReport.of(findings).write(out);
            out.println();
            out.flush();
            return;
        }
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target))) {
            if (options.json()) {
                JsonReport.of(findings).write(file);
            } else {
                new HtmlReport(findings, options.file(), options.rejectedFile(), clock).write(file);
            }
        }
    }
}
