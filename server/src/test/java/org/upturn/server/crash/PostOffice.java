package org.upturn.server.crash;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server (SubEtha SMTP) that keeps to whom it took mails, in their order, and which passwords it was told. */
final class PostOffice implements AutoCloseable {
    static final String USER = "olga";
    static final String PASSWORD = "pâss wörd";

    /** Addresses, one for each mail that was accepted. */
    final List<String> taken = new CopyOnWriteArrayList<>();

    final List<String> told = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    private PostOffice(Consumer<SMTPServer.Builder> more, long millisEach) {
        var builder = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(0)
                .simpleMessageListener(new Counter(millisEach));
        more.accept(builder);
        server = builder.build();
        server.start();
    }

    private final class Counter implements SimpleMessageListener {
        private final long millisEach;

        private Counter(long millisEach) {
            this.millisEach = millisEach;
        }

        @Override
        public boolean accept(String from, String to) {
            return true;
        }

        @Override
        public void deliver(String from, String to, InputStream mail) throws IOException {
            mail.readAllBytes();
            taken.add(to);
            try {
                Thread.sleep(millisEach);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Takes everything, and so long for each that it can be killed in the middle. */
    static PostOffice slow(long millisEach) {
        return new PostOffice(builder -> {}, millisEach);
    }

    /** Wants a password; with no context, it knows no TLS. */
    static PostOffice guarded(@Nullable SSLContext tls) {
        var office = new PostOffice[1];
        office[0] = new PostOffice(
                builder -> {
                    builder.requireAuth()
                            .showAuthCapabilitiesBeforeSTARTTLS(true)
                            .authenticationHandlerFactory(
                                    new EasyAuthenticationHandlerFactory((user, password, context) -> {
                                        office[0].told.add(user + " " + password);
                                        if (!user.equals(USER) || !password.equals(PASSWORD)) {
                                            throw new LoginFailedException();
                                        }
                                    }));
                    if (tls != null) {
                        builder.enableTLS().startTlsSocketFactory(tls);
                    }
                },
                0);
        return office[0];
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }
}
