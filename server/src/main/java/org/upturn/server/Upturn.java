package org.upturn.server;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.upturn.server.instant.AskCommand;
import org.upturn.server.instant.CodeCommand;
import org.upturn.server.instant.DiscoverCommand;
import org.upturn.server.instant.ReadCommand;
import org.upturn.server.kernel.Message;

/** The program. Its first argument says what it does: {@code demo}, {@code serve}, {@code read}, {@code code}, … */
public final class Upturn {
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private Upturn() {}

    /**
     * A virtual thread that loads a class keeps its carrier while it waits for a jar, and one that reads a jar gives its own
     * away while it holds that jar. With as few carriers as there are processors, two requests of the first seconds could wait
     * for a third that never ran again (spring-projects/spring-boot#51379, #51463).
     */
    private static void carryMany() {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, "16");
        }
    }

    /** A server that started goes on by its own threads; one that did not ends the program. */
    private static void stay(int code) {
        if (code != 0) {
            System.exit(code);
        }
    }

    public static void main(String[] args) throws Exception {
        carryMany();
        String command = args.length == 0 ? "help" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        if (List.of("serve", "demo").contains(command) && List.of(rest).contains("--help")) {
            command = "help";
        }
        switch (command) {
            case "help", "--help", "-h" -> System.out.print(new Message("console.usage").english());
            case "demo" -> stay(ServeCommand.run(rest, System.out, System.err, ServeCommand.Mode.DEMO));
            case "serve" -> stay(ServeCommand.run(rest, System.out, System.err, ServeCommand.Mode.SERVE));
            case "read" -> System.exit(ReadCommand.run(rest, System.out, System.err));
            case "code" -> System.exit(CodeCommand.run(rest, System.in, output(), System.err));
            case "discover" -> System.exit(DiscoverCommand.run(rest, System.in, output(), System.err));
            case "ask" -> System.exit(AskCommand.run(rest, System.in, output(), System.err));
            default -> {
                System.err.println(new Message("console.command", command).english() + "\n\n"
                        + new Message("console.usage").english());
                System.exit(2);
            }
        }
    }

    /** Standard output that says when a disk is full; {@code System.out} keeps that to itself. */
    private static OutputStream output() {
        return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    }
}
