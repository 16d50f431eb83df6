/**
 * The codebook as its team makes it: versions with who and when, the draft and how it is edited, what differs between two
 * versions, and the files it comes and goes in. Does not know what was read; that is the room around it.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("codebook")
package org.upturn.server.verbatims.codebook;
