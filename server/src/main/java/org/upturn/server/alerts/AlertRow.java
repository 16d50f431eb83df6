package org.upturn.server.alerts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.alerts.messages.AlertKind;
import org.upturn.server.cases.CaseId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.MemberId;

/**
 * An alert as it is stored: whom it is about and what happened. What it says is made when it goes.
 *
 * @param caseId the detractor’s case; null for a passive
 * @param response the passive’s answer; null for a detractor
 * @param about the one thing that it is about besides: what was asked for, or a conversation
 */
record AlertRow(
        UUID id,
        @Nullable CaseId caseId,
        @Nullable ResponseId response,
        ProgramId program,
        AlertKind kind,
        @Nullable MemberId to,
        @Nullable MemberId by,
        @Nullable UUID about,
        Instant happenedAt) {}
