package org.upturn.server.invitations.texts;

/**
 * Where this workspace hands text messages over.
 *
 * @param url takes a POST for each message
 * @param sender who writes, as the gateway knows it: a number or a short name; may be empty
 * @param publicUrl how people reach this installation, without a slash at the end; begins every link
 * @param perMinute at most so many messages a minute
 * @param reportsSigned whether the gateway signs what it reports, so that nothing else is believed
 */
public record GatewaySettings(String url, String sender, String publicUrl, int perMinute, boolean reportsSigned) {
    public static final int STANDARD_PER_MINUTE = 60;
}
