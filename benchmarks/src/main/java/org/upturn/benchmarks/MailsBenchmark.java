package org.upturn.benchmarks;

import java.sql.Connection;

/** How fast a wave gets into the outbox, and out of it to a mail server on the same machine. */
final class MailsBenchmark implements Benchmark {
    private static final int MAILS = 10_000;
    private static final double QUEUED_GOAL = 10_000;
    private static final double SENT_GOAL = 5_000;
    private static final long LONGEST_WAIT_SECONDS = 600;

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String about() {
        return "invitations to 10,000 contacts: made and queued in one request, then signed and sent over SMTP to a sink";
    }

    @Override
    public Verdict run(Report report) throws Exception {
        try (var folder = Folder.make();
                var sink = new SmtpSink();
                var server = new Server("serve", folder.data(), "")) {
            server.untilFirstPage();
            try (Connection database = server.database()) {
                Workspace workspace = Workspace.make(server, database);
                var api = new Api(server, workspace);
                contacts(database, workspace);
                api.mailTo(sink.port());
                api.call("POST", "/settings/mail/key", "{}", 201);
                return measure(report, sink, api);
            }
        }
    }

    private static Verdict measure(Report report, SmtpSink sink, Api api) throws Exception {
        String wave = api.wave("Q4");
        long begun = System.nanoTime();
        api.call("POST", wave + "/mailings", "{}", 201);
        double queued = MAILS / minutes(begun);
        report.add("queued %,.0f a minute (load %s)", queued, Machine.loadNow());
        long until = System.nanoTime() + LONGEST_WAIT_SECONDS * 1_000_000_000;
        while (sink.addresses() < MAILS && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        double sent = sink.addresses() / minutes(begun);
        report.add("sent %,.0f a minute (load %s)", sent, Machine.loadNow());
        report.add("%d mails arrived at %d addresses of %d", sink.mails(), sink.addresses(), MAILS);
        boolean once = sink.mails() == MAILS && sink.addresses() == MAILS;
        return new Verdict(
                String.format(
                        "queued %,.0f, sent %,.0f a minute, %s", queued, sent, once ? "each once" : "not each once"),
                "queued ≥ 10,000 and sent ≥ 5,000 a minute, each once",
                queued >= QUEUED_GOAL && sent >= SENT_GOAL && once);
    }

    private static double minutes(long since) {
        return (System.nanoTime() - since) / 60e9;
    }

    static void contacts(Connection database, Workspace workspace) throws Exception {
        Workspace.run(database, """
                insert into contact (workspace_id, id, external_id, name, email, attributes, known_since, created_at,
                  updated_at)
                select ?, gen_random_uuid(), 'c' || n, 'Person ' || n, 'p' || n || '@example.org', '{}',
                  current_timestamp, current_timestamp, current_timestamp
                from generate_series(1, ?) n""", workspace.id(), MAILS);
    }
}
