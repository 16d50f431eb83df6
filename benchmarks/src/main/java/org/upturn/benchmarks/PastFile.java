package org.upturn.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Past answers brought in as CSV over HTTP. */
final class PastFile {
    private static final long LONGEST_SECONDS = 1_200;
    private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");

    private PastFile() {}

    /** Uploads a file and gives the id of its import. */
    static String upload(Api api, Path csv) throws IOException, InterruptedException {
        var answer = api.server()
                .send(HttpRequest.newBuilder(URI.create(api.server()
                                .url("/api/v1/past-imports?fileName=history.csv&program="
                                        + api.workspace().program())))
                        .header("Authorization", "Bearer " + api.workspace().key())
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofFile(csv))
                        .build());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return Api.id(answer.body());
    }

    /** Waits until an import is in one of these states, and gives what it says of itself then. */
    static String await(Api api, String id, String... states) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while ((System.nanoTime() - begun) / 1e9 < LONGEST_SECONDS) {
            String body = api.call("GET", "/past-imports/" + id, "", 200);
            Matcher state = STATE.matcher(body);
            if (state.find() && List.of(states).contains(state.group(1))) {
                return body;
            }
            if (state.group(1).equals("failed")) {
                throw new IOException(body);
            }
            Thread.sleep(100);
        }
        throw new IOException("not over after " + LONGEST_SECONDS + " s");
    }
}
