package org.upturn.server.channels.web;

import org.jspecify.annotations.Nullable;
import org.upturn.server.channels.replies.KeptReply;

/** A reply with the name of whoever sent it. @param by who has seen to it */
public record ReplyRow(
        KeptReply reply, String name, @Nullable String by) {}
