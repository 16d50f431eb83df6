/** Reads a mail that a person wrote: its words without what it quotes, whether a machine wrote it, what it is an answer to. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.followups.incoming;
