package org.upturn.server.verbatims;

import java.util.UUID;
import org.upturn.engine.Codebook;

/**
 * A codebook of a workspace in one version.
 *
 * @param version 1, 2, …; every coding keeps the one it was made with
 */
public record TeamCodebook(UUID id, int version, Codebook codebook) {}
