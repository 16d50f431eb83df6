/**
 * The text engine: reads one verbatim against a codebook and says what it holds, with evidence.
 *
 * <p>A plain library. It knows nothing of databases, web pages or workspaces; the server, the command line and a batch
 * job call the same door, {@link org.upturn.engine.Reader}. Many verbatims without a codebook go through
 * {@link org.upturn.engine.discovery.Discovery}.
 */
@org.jspecify.annotations.NullMarked
package org.upturn.engine;
