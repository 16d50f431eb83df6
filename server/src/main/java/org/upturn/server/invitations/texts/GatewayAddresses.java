package org.upturn.server.invitations.texts;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks up where a gateway stands and refuses places that only the installation itself can reach, so that nobody who may
 * set an address makes the server speak to what lies behind it. The connection goes to the very address that was checked.
 */
final class GatewayAddresses {
    private GatewayAddresses() {}

    /** The host is not to be spoken to. */
    static final class Forbidden extends IOException {
        Forbidden(String host) {
            super(host + " is an address inside this network");
        }
    }

    /** @throws Forbidden when any of its addresses is not to be spoken to */
    static List<InetAddress> of(String host, boolean privateAllowed) throws UnknownHostException, Forbidden {
        List<InetAddress> all = List.of(InetAddress.getAllByName(host));
        for (InetAddress one : all) {
            if (isNeverMeant(one) || !privateAllowed && isPrivate(one)) {
                throw new Forbidden(host);
            }
        }
        return all;
    }

    /** Whether it is written as an address, and as one that is not to be spoken to; names are looked up when they are used. */
    static boolean isForbidden(@Nullable String host, boolean privateAllowed) {
        if (host == null || !host.matches("[0-9.]+|\\[.*]")) {
            return false;
        }
        try {
            of(host, privateAllowed);
            return false;
        } catch (IOException not) {
            return true;
        }
    }

    /** Link-local addresses are where clouds keep the keys of a machine; nobody runs a gateway there. */
    private static boolean isNeverMeant(InetAddress one) {
        return one.isLinkLocalAddress() || one.isMulticastAddress() || one.isAnyLocalAddress();
    }

    private static boolean isPrivate(InetAddress one) {
        return one.isLoopbackAddress()
                || one.isSiteLocalAddress()
                || (one instanceof Inet6Address ? isPrivate6(one.getAddress()) : isPrivate4(one.getAddress()));
    }

    /** What RFC 6890 sets apart beside what Java knows. */
    private static boolean isPrivate4(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        return first == 0
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && address[2] == 0
                || first == 198 && (second == 18 || second == 19)
                || first >= 240;
    }

    /** Only what is routed in the whole world (2000::/3), without tunnels that lead back to a private IPv4 address. */
    private static boolean isPrivate6(byte[] address) {
        int first = (address[0] & 0xff) << 8 | address[1] & 0xff;
        int second = (address[2] & 0xff) << 8 | address[3] & 0xff;
        return (first & 0xe000) != 0x2000 || first == 0x2002 || first == 0x2001 && second == 0;
    }
}
