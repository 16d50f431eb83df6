/** What holds when programs are killed: real processes on real data folders. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.crash;
