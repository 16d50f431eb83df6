package org.upturn.server.channels.web;

import org.upturn.server.channels.replies.KeptReply;

/** A reply with the name of whoever sent it. */
public record ReplyRow(KeptReply reply, String name) {}
