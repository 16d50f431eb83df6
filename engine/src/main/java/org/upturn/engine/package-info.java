/**
 * The text engine: reads one verbatim against a codebook and says what it holds, with evidence.
 *
 * <p>A plain library. It knows nothing of databases, web pages or workspaces; the server, the command line and a batch
 * job call the same door, {@link org.upturn.engine.Reader}.
 */
@org.jspecify.annotations.NullMarked
package org.upturn.engine;
