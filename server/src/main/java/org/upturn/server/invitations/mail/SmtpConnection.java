package org.upturn.server.invitations.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One connection to a mail server, over which many mails go, one after the other. Not for two threads at a time. */
public final class SmtpConnection implements AutoCloseable {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";
    private static final int LONGEST_SAID = 500;
    private static final int SHUTTING_DOWN = 421;

    private final Session session;
    private final Tracked transport;
    private int sent;

    private SmtpConnection(Session session, Tracked transport) {
        this.session = session;
        this.transport = transport;
    }

    /** Knows whether the whole mail was handed over when something broke. */
    private static final class Tracked extends SMTPTransport {
        private boolean handedOver;

        Tracked(Session session) {
            super(session, new URLName("smtp", null, -1, null, null, null));
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            handedOver = true;
            super.finishData();
        }
    }

    static SmtpConnection open(MailServer server, @Nullable String password) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.starttls.enable", "" + (server.tls() == Tls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", "" + (server.tls() == Tls.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", "" + (server.tls() == Tls.TLS));
        properties.setProperty("mail.smtp.auth", "" + (server.user() != null));
        if (server.tls() != Tls.TLS) {
            properties.put("mail.smtp.socketFactory", new PromptSockets());
        }
        Session session = Session.getInstance(properties);
        var transport = new Tracked(session);
        transport.connect(server.host(), server.port(), server.user(), server.user() == null ? null : password);
        return new SmtpConnection(session, transport);
    }

    /** How many mails went over it. */
    public int sent() {
        return sent;
    }

    /** Whether the server still answers. */
    public boolean isAlive() {
        return transport.isConnected();
    }

    /**
     * Gives a mail to the server.
     *
     * @param mail whole, as it is to arrive
     * @param from the envelope's sender, to which bounces go
     */
    public Sent send(byte[] mail, String from, String to) {
        transport.handedOver = false;
        sent++;
        try {
            var message = new SMTPMessage(session, new ByteArrayInputStream(mail));
            message.setEnvelopeFrom(from);
            transport.sendMessage(message, new Address[] {new InternetAddress(to, true)});
            return new Sent.Accepted();
        } catch (MessagingException failure) {
            return failed(failure);
        }
    }

    private Sent.Failed failed(MessagingException failure) {
        String said = said(failure);
        for (Exception at = failure; at instanceof MessagingException one; at = one.getNextException()) {
            if (one instanceof SMTPAddressFailedException address) {
                return byCode(address.getReturnCode(), said, true);
            }
        }
        if (failure instanceof jakarta.mail.internet.AddressException) {
            return new Sent.Refused(said, true);
        }
        int code = failure instanceof SMTPSendFailedException refused ? refused.getReturnCode() : -1;
        if (transport.handedOver) {
            return code > 0 ? byCode(code, said, false) : new Sent.Unknown(said);
        }
        return new Sent.Unusable(said);
    }

    private static Sent.Failed byCode(int code, String said, boolean address) {
        if (code == SHUTTING_DOWN || code < 0) {
            return new Sent.Unusable(said);
        }
        return code >= 500 ? new Sent.Refused(said, address) : new Sent.Later(said);
    }

    /** What the server said, or why it could not be asked, on one line. */
    public static String said(MessagingException failure) {
        Exception cause = failure;
        if (failure instanceof SendFailedException && failure.getNextException() != null) {
            cause = failure.getNextException();
        }
        var text = new StringBuilder(String.valueOf(cause.getMessage()));
        Throwable below = cause instanceof MessagingException one ? one.getNextException() : null;
        if (below != null && below.getMessage() != null && text.indexOf(below.getMessage()) < 0) {
            text.append(" (").append(below.getMessage()).append(')');
        }
        String line = text.toString().replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_SAID ? line.substring(0, LONGEST_SAID) + "…" : line;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // The server has closed it already.
        }
    }
}
