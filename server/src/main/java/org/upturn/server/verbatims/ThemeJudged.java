package org.upturn.server.verbatims;

import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.ProgramId;

/** Somebody gave or took back a verdict. Told inside the transaction that stores it. */
public record ThemeJudged(WorkspaceId workspace, ProgramId program, ResponseId response, String theme) {}
