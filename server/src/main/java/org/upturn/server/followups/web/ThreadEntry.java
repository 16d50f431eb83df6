package org.upturn.server.followups.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.followups.CaseLetter;
import org.upturn.server.followups.Conversation;
import org.upturn.server.followups.Reply;

/** One thing that was said, by either side; exactly one of the three is there. */
public record ThreadEntry(
        Instant at,
        @Nullable CaseLetter letter,
        @Nullable Reply reply,
        @Nullable Conversation conversation) {
    /** By time, the first first. */
    static List<ThreadEntry> of(List<CaseLetter> letters, List<Reply> replies, List<Conversation> conversations) {
        var entries = new ArrayList<ThreadEntry>();
        letters.forEach(one -> entries.add(new ThreadEntry(one.writtenAt(), one, null, null)));
        replies.forEach(one -> entries.add(new ThreadEntry(one.receivedAt(), null, one, null)));
        conversations.forEach(one -> entries.add(new ThreadEntry(one.heldAt(), null, null, one)));
        entries.sort(Comparator.comparing(ThreadEntry::at));
        return entries;
    }
}
