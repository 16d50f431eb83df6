package org.upturn.server.invitations.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that says what a test wants it to say to each address, over a real socket. */
final class ScriptedSmtp implements AutoCloseable {
    /** Says this to RCPT TO of an address that begins so. */
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    /** Takes the whole mail of an address that begins so, then hangs up instead of answering. */
    private final List<String> hangsUpAfter = new CopyOnWriteArrayList<>();

    final List<String> taken = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;

    ScriptedSmtp() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    ScriptedSmtp answers(String address, String answer) {
        answers.put(address, answer);
        return this;
    }

    ScriptedSmtp hangsUpAfter(String address) {
        hangsUpAfter.add(address);
        return this;
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
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            say(client, "220 scripted");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
                if (verb.equals("RCPT")) {
                    to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(client, answer(to));
                } else if (verb.equals("DATA")) {
                    say(client, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // the mail itself
                    }
                    taken.add(to);
                    if (hangsUpAfter.stream().anyMatch(to::startsWith)) {
                        return;
                    }
                    say(client, "250 taken");
                } else {
                    say(client, verb.equals("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException gone) {
            // the client went
        }
    }

    private String answer(String to) {
        return answers.entrySet().stream()
                .filter(one -> to.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("250 ok");
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // closed already
        }
    }
}
