package org.upturn.server.alerts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.alerts.messages.AlertKind;
import org.upturn.server.cases.CaseId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.MemberId;

/** An alert as it is stored: which case and what happened. What it says is made when it goes. */
record AlertRow(
        UUID id,
        CaseId caseId,
        ProgramId program,
        AlertKind kind,
        @Nullable MemberId to,
        @Nullable MemberId by,
        Instant happenedAt) {}
