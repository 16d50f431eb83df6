package org.upturn.server.invitations.mail;

/**
 * What stands in the DNS so that others can check our signature (RFC 6376, 3.6).
 *
 * @param publicKey the key in base 64
 */
public record DkimRecord(String domain, String selector, String publicKey) {
    /** The name of the TXT record. */
    public String name() {
        return selector + "._domainkey." + domain;
    }

    /** The text of the TXT record. */
    public String text() {
        return "v=DKIM1; k=rsa; p=" + publicKey;
    }
}
