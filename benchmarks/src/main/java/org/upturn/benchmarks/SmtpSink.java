package org.upturn.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A mail server on loopback that takes every mail, counts how often each address got one. */
final class SmtpSink implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    SmtpSink() throws IOException {
        socket = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many addresses got a mail. */
    int addresses() {
        return counts.size();
    }

    /** How many mails came. */
    int mails() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            say(client, "220 sink");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                }
                if (line.equals("DATA")) {
                    say(client, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // the mail
                    }
                    counts.merge(to, 1, Integer::sum);
                }
                say(client, line.equals("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException gone) {
            // the client went
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
