package org.upturn.server.instant;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;

final class HtmlReport {
    HtmlReport(Findings findings, Path file, Clock clock) {}

    void write(OutputStream target) {}
}
