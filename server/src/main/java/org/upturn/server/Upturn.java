package org.upturn.server;

import java.util.Arrays;
import org.upturn.server.instant.ReadCommand;

/** The program. Its first argument says what it does: {@code demo}, {@code serve}, {@code read} or {@code code}. */
public final class Upturn {
    private static final String USAGE = """
            Upturn: closed-loop NPS.

              upturn demo  [--port 8080] [--data DIR]     a demo workspace, ready to look around in
              upturn serve [--port 8080] [--data DIR]     your own installation
              upturn read FILE.csv [--out FILE] [--format html|json] [--map score=COL,…] [--wave quarter]
                                                          the instant report: reads your last detractors
              upturn code --codebook FILE.yaml            reads JSON lines from standard input, writes their themes
            """;

    private Upturn() {}

    public static void main(String[] args) throws Exception {
        String command = args.length == 0 ? "help" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (command) {
            case "help", "--help", "-h" -> System.out.print(USAGE);
            case "read" -> System.exit(ReadCommand.run(rest, System.out, System.err));
            case "code" ->
                System.exit(org.upturn.server.instant.CodeCommand.run(rest, System.in, System.out, System.err));
            default -> {
                System.err.println(
                        "Upturn does not know the command '" + command + "' " + rest.length + ".\n\n" + USAGE);
                System.exit(2);
            }
        }
    }
}
