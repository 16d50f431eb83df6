package org.upturn.server;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.upturn.engine.Model;
import org.upturn.server.demo.DemoWorkspace;
import org.upturn.server.installation.DataFolder;
import org.upturn.server.installation.DataFolderInUse;
import org.upturn.server.instant.ModelOption;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.UsageException;

/** {@code upturn serve} and {@code upturn demo}: starts the web server, says where it is, and stays. */
final class ServeCommand {
    private ServeCommand() {}

    /** What the command line asks for. */
    private record Wish(int port, Path data, Model model) {}

    static int run(String[] arguments, PrintStream out, PrintStream err, Mode mode) {
        Wish wish;
        try {
            wish = parse(arguments, mode);
        } catch (IllegalArgumentException problem) {
            err.println(problem.getMessage());
            return 2;
        }
        try {
            System.setProperty(
                    "java.io.tmpdir", DataFolder.of(wish.data()).workFiles().toString());
            ConfigurableApplicationContext server = UpturnServer.start(settings(wish, mode));
            String url = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
            switch (mode) {
                case SERVE -> out.println(new Message("console.serve.ready", url).english());
                case DEMO -> out.println(server.getBean(DemoWorkspace.class).open(url));
            }
            if (server.getEnvironment().getProperty("upturn.training", Boolean.class, false)) {
                server.close();
            }
            return 0;
        } catch (InterruptedException stopped) {
            return 1;
        } catch (RuntimeException failure) {
            explain(failure, wish, err);
            return 1;
        }
    }

    /** Whether to bring the demo workspace along. */
    enum Mode {
        SERVE,
        DEMO
    }

    private static Wish parse(String[] arguments, Mode mode) {
        int port = 8080;
        Path data = Path.of(mode == Mode.DEMO ? "data/demo" : "data/serve");
        Model model = Model.MINILM;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new UsageException("console.value", arguments[i]);
            }
            switch (arguments[i]) {
                case "--port" -> port = port(arguments[i + 1]);
                case "--data" -> data = Path.of(arguments[i + 1]);
                case "--model" -> model = ModelOption.of(arguments[i + 1]);
                default -> throw new UsageException("console.serve.option", arguments[i]);
            }
        }
        return new Wish(port, data, model);
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        throw new UsageException("console.serve.port", text);
    }

    private static Map<String, Object> settings(Wish wish, Mode mode) {
        var settings = new HashMap<String, Object>();
        settings.put("server.port", wish.port());
        settings.put("upturn.data", wish.data().toString());
        settings.put("upturn.reader.model", wish.model().toString());
        settings.put("upturn.demo", mode == Mode.DEMO ? "true" : "false");
        return settings;
    }

    /** What the user can mend is said in a sentence; anything else is ours to mend and needs its trace. */
    private static void explain(Throwable failure, Wish wish, PrintStream err) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && !(innermost instanceof PortInUseException)) {
            innermost = innermost.getCause();
        }
        switch (innermost) {
            case PortInUseException taken ->
                err.println(new Message("console.serve.failed", new Message("console.serve.portInUse", wish.port()))
                        .english());
            case DataFolderInUse used -> err.println(new Message("console.serve.failed", used.getMessage()).english());
            default -> {
                failure.printStackTrace(err);
                err.println(new Message("console.serve.failed", innermost.getMessage()).english());
            }
        }
    }
}
