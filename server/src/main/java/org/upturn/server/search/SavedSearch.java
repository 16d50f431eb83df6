package org.upturn.server.search;

import java.time.Instant;
import java.util.UUID;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.MemberId;

/**
 * A search kept under a name.
 *
 * @param query the query of its URL, without the program
 * @param shared whether everyone in the workspace sees it, else its member alone
 */
public record SavedSearch(
        UUID id, ProgramId program, MemberId member, String name, String query, boolean shared, Instant savedAt) {}
