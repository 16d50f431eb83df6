package org.upturn.server.invitations;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Who looks at a link, as far as telling machines from people needs it: the network that the request comes from and what
 * the browser calls itself. Kept only as a keyed hash, and only for minutes.
 *
 * @param network the first 24 bits of an IPv4 address, the first 48 of an IPv6 one, in hex
 */
public record Visitor(String network, String agent) {
    private static final int LONGEST_AGENT = 500;

    public static Visitor of(HttpServletRequest request) {
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        return new Visitor(
                network(request.getRemoteAddr()), agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
    }

    private static String network(String address) {
        try {
            // A literal address: nothing is asked of the network.
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 6));
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }
}
