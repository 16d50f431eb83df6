package org.upturn.server.workspaces;

import java.util.List;

/**
 * What a room has given into a member's hands. Who goes hands all of it over, so that nothing is left with somebody who is
 * not there: every detractor has a named owner (S1-14).
 */
public interface InHands {
    /** How much of one kind. @param what a word, said by the message {@code held.what} */
    record Held(String what, long count) {}

    /** What is theirs now; kinds of which they have nothing may be left out. */
    List<Held> heldBy(Member member);

    /** Makes all of it somebody else's, in the transaction of the one who calls. */
    void handOver(Member by, Member from, Member to);
}
