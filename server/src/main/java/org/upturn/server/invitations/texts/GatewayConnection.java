package org.upturn.server.invitations.texts;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 POST over a connection of its own. The client of the JDK does not say whether a request was sent whole when
 * its connection breaks, and looks the host up by itself; here both are known. Follows no redirect.
 */
final class GatewayConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 10_000;
    private static final int WHOLE_MILLIS = 20_000;
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_LINES = 100;
    private static final int LARGEST_BODY = 16_384;

    private final Socket socket;
    private final URI url;

    private GatewayConnection(Socket socket, URI url) {
        this.socket = socket;
        this.url = url;
    }

    /** What the gateway answered; header names in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {}

    /** Connects to the first of these addresses that answers; over TLS the certificate must be the host's. */
    static GatewayConnection open(URI url, List<InetAddress> addresses) throws IOException {
        boolean tls = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
        IOException last = new IOException("no address");
        for (InetAddress address : addresses) {
            var socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
                socket.setSoTimeout(READ_MILLIS);
                return new GatewayConnection(tls ? secured(socket, url.getHost(), port) : socket, url);
            } catch (IOException unreachable) {
                socket.close();
                last = unreachable;
            }
        }
        throw last;
    }

    private static Socket secured(Socket socket, String host, int port) throws IOException {
        var secured =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, host, port, true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** Sends it whole; when this fails, the gateway cannot have read the end of it. */
    void send(Map<String, String> headers, byte[] body) throws IOException {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var head = new StringBuilder("POST " + path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                + " HTTP/1.1\r\nHost: " + url.getRawAuthority()
                + "\r\nConnection: close\r\nUser-Agent: Upturn\r\nAccept: application/json"
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(body);
        socket.getOutputStream().write(whole.toByteArray());
        socket.getOutputStream().flush();
    }

    /** Waits for the answer, at most twenty seconds however slowly it drips. */
    Answer read() throws IOException {
        Thread watch = Thread.ofVirtual().start(this::closeLate);
        try {
            var in = new BufferedInputStream(socket.getInputStream());
            String status = line(in);
            if (!status.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
                throw new IOException("The answer is not HTTP");
            }
            Map<String, String> headers = headers(in);
            return new Answer(Integer.parseInt(status.substring(9, 12)), headers, body(in, headers));
        } finally {
            watch.interrupt();
        }
    }

    private void closeLate() {
        try {
            Thread.sleep(WHOLE_MILLIS);
            close();
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (int i = 0; i < MOST_LINES; i++) {
            String line = line(in);
            if (line.isEmpty()) {
                return headers;
            }
            String[] parts = line.split(":", 2);
            headers.putIfAbsent(parts[0].strip().toLowerCase(Locale.ROOT), parts.length == 2 ? parts[1].strip() : "");
        }
        throw new IOException("The answer has too many headers");
    }

    /** The beginning of what it says; an answer whose words break off is an answer all the same. */
    private static String body(InputStream in, Map<String, String> headers) {
        var body = new ByteArrayOutputStream();
        try {
            if (headers.getOrDefault("transfer-encoding", "")
                    .toLowerCase(Locale.ROOT)
                    .contains("chunked")) {
                int size = Integer.parseInt(line(in).split(";")[0].strip(), 16);
                while (size > 0 && body.size() < LARGEST_BODY) {
                    body.writeBytes(in.readNBytes(Math.min(size, LARGEST_BODY)));
                    line(in);
                    size = Integer.parseInt(line(in).split(";")[0].strip(), 16);
                }
            } else {
                long told = Long.parseLong(headers.getOrDefault("content-length", String.valueOf(LARGEST_BODY)));
                body.writeBytes(in.readNBytes((int) Math.clamp(told, 0, LARGEST_BODY)));
            }
        } catch (IOException | NumberFormatException brokenOff) {
            return body.toString(StandardCharsets.UTF_8);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException("The connection was closed before the answer");
            }
            if (line.size() >= LONGEST_LINE) {
                throw new IOException("A line of the answer is too long");
            }
            line.write(one);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed, which is what was wanted.
        }
    }
}
