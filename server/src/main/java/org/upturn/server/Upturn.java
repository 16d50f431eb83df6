package org.upturn.server;

import java.util.Arrays;
import org.upturn.server.instant.AskCommand;
import org.upturn.server.instant.CodeCommand;
import org.upturn.server.instant.ReadCommand;

/** The program. Its first argument says what it does: {@code demo}, {@code serve}, {@code read}, {@code code} or {@code ask}. */
public final class Upturn {
    private static final String USAGE = """
            Upturn: closed-loop NPS.

              upturn demo  [--port 8080] [--data DIR]     a demo workspace, ready to look around in
              upturn serve [--port 8080] [--data DIR]     your own installation
              upturn read FILE.csv [--out FILE] [--format html|json] [--map score=COL,…] [--wave quarter]
                                                          the instant report: reads your last detractors
              upturn code --codebook FILE.yaml [--labels FILE.jsonl] [--answers FILE.jsonl]
                                                          reads JSON lines from standard input, writes their themes
              upturn ask  --codebook FILE.yaml [--n 8]    picks the yes/no questions that teach it most
            """;

    private Upturn() {}

    /** A server that started goes on by its own threads; one that did not ends the program. */
    private static void stay(int code) {
        if (code != 0) {
            System.exit(code);
        }
    }

    public static void main(String[] args) throws Exception {
        String command = args.length == 0 ? "help" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (command) {
            case "help", "--help", "-h" -> System.out.print(USAGE);
            case "demo" -> stay(ServeCommand.run(rest, System.out, System.err, ServeCommand.Mode.DEMO));
            case "serve" -> stay(ServeCommand.run(rest, System.out, System.err, ServeCommand.Mode.SERVE));
            case "read" -> System.exit(ReadCommand.run(rest, System.out, System.err));
            case "code" -> System.exit(CodeCommand.run(rest, System.in, System.out, System.err));
            case "ask" -> System.exit(AskCommand.run(rest, System.in, System.out, System.err));
            default -> {
                System.err.println("Upturn does not know the command '" + command + "'.\n\n" + USAGE);
                System.exit(2);
            }
        }
    }
}
