package org.upturn.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Sends the form of the answer page over one kept-open connection. Written on the bare socket, for the client shares the
 * cores with what it measures.
 */
final class PostedAnswers implements Storing {
    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    PostedAnswers(int port) throws IOException {
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 4096);
        out = socket.getOutputStream();
    }

    @Override
    public void store(Invitee invitee) throws IOException {
        String form = "score=" + invitee.score() + "&why=" + URLEncoder.encode(invitee.words(), StandardCharsets.UTF_8);
        String request = "POST /a/" + invitee.token() + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form;
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        String status = line();
        int length = 0;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            last |= header.equalsIgnoreCase("Connection: close");
        }
        in.skipNBytes(length);
        if (!status.contains(" 303")) {
            throw new IOException("Not stored: " + status);
        }
        if (last) {
            socket.close();
            connect();
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
